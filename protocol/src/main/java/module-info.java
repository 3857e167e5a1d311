/**
 * The wire formats of remote mailslots: NetBIOS names, NetBIOS datagrams, the SMB mailslot write inside them, and what
 * the mailslots of Windows itself carry.
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
    exports io.mailslot4j.protocol.browser;
    exports io.mailslot4j.protocol.locator;
    exports io.mailslot4j.protocol.messenger;
    exports io.mailslot4j.protocol.netlogon;
    exports io.mailslot4j.protocol.payload;
    exports io.mailslot4j.protocol.text;
    exports io.mailslot4j.protocol.wire;
}
