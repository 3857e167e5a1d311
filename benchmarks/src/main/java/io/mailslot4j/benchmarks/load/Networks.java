package io.mailslot4j.benchmarks.load;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.Serializer;
import io.mailslot4j.benchmarks.Samples;
import io.mailslot4j.protocol.Octets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The product as its users have it: all defaults, but for names, and ports that need no rights. */
final class Networks {
    private Networks() {}

    static MailslotNetwork receiver(int port) {
        return MailslotNetwork.builder()
                .computerName(Samples.RECEIVER)
                .workgroup(Samples.GROUP)
                .listenPort(port)
                .requireNetwork(true)
                .runtimeFolder(folder())
                .build();
    }

    /** Of many slots, whose sockets for other processes would be more than a process may have. */
    static MailslotNetwork receiverAlone(int port) {
        return MailslotNetwork.builder()
                .computerName(Samples.RECEIVER)
                .workgroup(Samples.GROUP)
                .listenPort(port)
                .requireNetwork(true)
                .withoutOtherProcesses()
                .build();
    }

    /** Not where other programs of this machine meet. */
    static Path folder() {
        try {
            Path folder = Files.createTempDirectory("bench");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A network that sends to the receiver; only for those who do not read in it, a port is chosen. */
    static MailslotNetwork sender(int port) {
        return MailslotNetwork.builder()
                .computerName("SENDER")
                .workgroup(Samples.GROUP)
                .listenPort(0)
                .remotePort(port)
                .runtimeFolder(folder())
                .host(Samples.RECEIVER, "127.0.0.1")
                .build();
    }

    /** Of messages as they came: what a program makes of them is its own affair. */
    static Mailslot<Octets> reader(MailslotNetwork network, String slot) {
        return Mailslot.builder(slot)
                .serializer(Serializer.of(octets -> octets, octets -> octets))
                .network(network)
                .openReader();
    }

    static Mailslot<Octets> writer(MailslotNetwork network) {
        return Mailslot.builder("\\\\" + Samples.RECEIVER + "\\mailslot\\" + Samples.SLOT)
                .serializer(Serializer.of(octets -> octets, octets -> octets))
                .network(network)
                .open();
    }
}
