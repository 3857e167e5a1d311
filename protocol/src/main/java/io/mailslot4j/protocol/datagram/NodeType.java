package io.mailslot4j.protocol.datagram;

/** SNT, the two bits that tell what kind of node sent a datagram (RFC 1002 section 4.4.1). */
public enum NodeType {
    /** 00: finds names by broadcast. */
    B(0),
    /** 01: asks a name server. */
    P(1),
    /** 10: broadcast first, then the name server. */
    M(2),
    /** 11: a datagram distribution server by the RFC; in practice a hybrid node, which Windows is by default. */
    H(3);

    private final int bits;

    NodeType(int bits) {
        this.bits = bits;
    }

    /** The two bits. */
    public int bits() {
        return bits;
    }

    /** The type that the lowest two of {@code bits} are. */
    public static NodeType ofBits(int bits) {
        return switch (bits & 3) {
            case 0 -> B;
            case 1 -> P;
            case 2 -> M;
            default -> H;
        };
    }
}
