/**
 * The wire formats of remote mailslots: NetBIOS names, NetBIOS datagrams, and the SMB mailslot write inside them.
 *
 * <p>Pure functions between octets and immutable values. Nothing here knows a socket, a thread or a clock.
 */
module io.mailslot4j.protocol {
    requires static transitive org.jspecify;

    exports io.mailslot4j.protocol;
    exports io.mailslot4j.protocol.name;
    exports io.mailslot4j.protocol.datagram;
    exports io.mailslot4j.protocol.smb;
    exports io.mailslot4j.protocol.mailslot;
    exports io.mailslot4j.protocol.nameservice;
    exports io.mailslot4j.protocol.wire;
}
