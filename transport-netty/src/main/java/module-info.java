/** Remote mailslots on the network: the queue-like {@link io.mailslot4j.Mailslot}, and Netty codecs to build upon. */
@SuppressWarnings("module") // The command is compiled later.
module io.mailslot4j.transport.netty {
    requires transitive io.mailslot4j.protocol;
    requires transitive io.netty.buffer;
    requires transitive io.netty.codec;
    requires transitive io.netty.transport;
    requires io.netty.common;
    requires org.slf4j;

    exports io.mailslot4j;
    exports io.mailslot4j.nameservice;
    exports io.mailslot4j.netty;
    // What the host has is told to its operator as the library sees it, and is nothing to build upon.
    exports io.mailslot4j.host to
            io.mailslot4j.cli;
}
