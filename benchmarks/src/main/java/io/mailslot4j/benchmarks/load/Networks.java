package io.mailslot4j.benchmarks.load;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.Serializer;
import io.mailslot4j.benchmarks.Samples;

/** The product as its users have it: all defaults, but for names, and ports that need no rights. */
final class Networks {
    private Networks() {}

    static MailslotNetwork receiver(boolean epoll, int port) {
        return MailslotNetwork.builder()
                .computerName(Samples.RECEIVER)
                .workgroup(Samples.GROUP)
                .listenPort(port)
                .requireNetwork(true)
                .nativeTransport(epoll)
                .build();
    }

    /** A network that sends to the receiver; only for those who do not read in it, a port is chosen. */
    static MailslotNetwork sender(boolean epoll, int port) {
        return MailslotNetwork.builder()
                .computerName("SENDER")
                .workgroup(Samples.GROUP)
                .listenPort(0)
                .remotePort(port)
                .nativeTransport(epoll)
                .host(Samples.RECEIVER, "127.0.0.1")
                .build();
    }

    static Mailslot<byte[]> reader(MailslotNetwork network, String slot) {
        return Mailslot.builder(slot)
                .serializer(Serializer.bytes())
                .network(network)
                .openReader();
    }

    static Mailslot<byte[]> writer(MailslotNetwork network) {
        return Mailslot.builder("\\\\" + Samples.RECEIVER + "\\mailslot\\" + Samples.SLOT)
                .serializer(Serializer.bytes())
                .network(network)
                .open();
    }
}
