package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.nameservice.NameServicePacket;
import java.net.InetSocketAddress;

/** A UDP socket for packets of the name service. Belongs to the name service's thread. */
interface NamePort extends AutoCloseable {
    /** Hands a packet to the system. Where that fails it is logged, and for a question its listener is told. */
    void send(NameServicePacket packet, InetSocketAddress to);

    @Override
    void close();

    /** Takes the well-formed packets that come to a port, on the name service's thread. */
    interface Listener {
        /** A packet came. Anybody may have sent it, with any source address. */
        void received(NameServicePacket packet, InetSocketAddress from);

        /**
         * A question could not leave this host, which may come up before {@code send} returns. Does nothing unless overridden: as
         * if the network had lost it.
         *
         * @param why in the system's words
         */
        default void notSent(InetSocketAddress to, String why) {}
    }
}
