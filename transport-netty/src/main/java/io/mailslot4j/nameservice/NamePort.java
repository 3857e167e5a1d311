package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.nameservice.NameServicePacket;
import java.net.InetSocketAddress;

/** A UDP socket for packets of the name service. Belongs to the name service's thread. */
interface NamePort extends AutoCloseable {
    /** Hands a packet to the system. Where that fails it is logged, as if the network had lost the packet. */
    void send(NameServicePacket packet, InetSocketAddress to);

    @Override
    void close();

    /** Takes the well-formed packets that come to a port, on the name service's thread. */
    interface Listener {
        /** A packet came. Anybody may have sent it, with any source address. */
        void received(NameServicePacket packet, InetSocketAddress from);
    }
}
