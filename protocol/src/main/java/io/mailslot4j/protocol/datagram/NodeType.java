package io.mailslot4j.protocol.datagram;

/** SNT, the two bits that tell what kind of node sent a datagram (RFC 1002 section 4.4.1). */
public enum NodeType {
    /** 00: finds names by broadcast. */
    B,
    /** 01: asks a name server. */
    P,
    /** 10: broadcast first, then the name server. */
    M,
    /** 11: a datagram distribution server by the RFC; in practice a hybrid node, which Windows is by default. */
    H
}
