package io.mailslot4j.cli;

import io.mailslot4j.cli.output.Output;
import io.mailslot4j.cli.output.Streams;
import io.mailslot4j.pcaps.CaptureWriter;
import io.mailslot4j.pcaps.CapturedFrame;
import io.mailslot4j.pcaps.LinkType;
import io.mailslot4j.pcaps.UdpEndpoint;
import io.mailslot4j.pcaps.UdpPacket;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramFlags;
import io.mailslot4j.protocol.datagram.DatagramHeader;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Runs the usual commands once, in vain. The launcher has the JVM write down which classes that takes, and makes an
 * archive of them from which later starts are quicker. On the loopback interface, so that nobody else notices.
 */
final class Rehearsal {
    private static final int ATTEMPTS = 50;
    private static final int PAUSE_MILLIS = 100;
    private static final int DATAGRAM_PORT = 138;

    private Rehearsal() {}

    /** Runs the usual commands. */
    public static void main(String[] args) throws InterruptedException, IOException {
        String port = Integer.toString(freePort());
        run("--help");
        run("--version");
        run("put", "--help");
        String slot = "REHEARSAL-" + ProcessHandle.current().pid();
        Thread reader = new Thread(
                () -> run("listen", slot, "--count", "3", "--interface", "127.0.0.1", "--listen-port", port));
        reader.setDaemon(true);
        reader.start();
        for (int i = 0; i < ATTEMPTS && reader.isAlive(); i++) {
            run("put", slot, "hello");
            run("put", "//*/mailslot/" + slot, "hello", "--interface", "127.0.0.1", "--remote-port", port);
            run("put", "//HERE@127.0.0.1/mailslot/" + slot, "hello", "--remote-port", port);
            reader.join(PAUSE_MILLIS);
        }
        run("get", slot, "--timeout", "1ms", "--json", "--interface", "127.0.0.1", "--listen-port", port);
        run("lookup", "HERE", "--host", "HERE=127.0.0.1", "--explain", "--no-dns");
        run(
                "lookup",
                "THERE",
                "--wins",
                "127.0.0.1",
                "--name-port",
                port,
                "--no-dns",
                "--timeout",
                "100ms",
                "--interface",
                "127.0.0.1");
        byte[] capture = capture();
        run(new ByteArrayInputStream(capture), "decode", "-");
        run(new ByteArrayInputStream(capture), "decode", "--json", "-");
    }

    /** Of one message. */
    private static byte[] capture() throws IOException {
        NetBiosName name = NetBiosName.of("REHEARSAL", NameSuffix.WORKSTATION);
        DatagramHeader header = new DatagramHeader(
                DatagramType.DIRECT_UNIQUE, DatagramFlags.whole(NodeType.B), 1, Ipv4Address.ANY, DATAGRAM_PORT);
        MailslotWrite write = MailslotWrite.of(MailslotWrite.PREFIX + "REHEARSAL", Octets.zeros(1));
        Octets datagram = NetBiosDatagram.of(header, name, name, write.encode()).encode();
        UdpEndpoint end = UdpEndpoint.of(Ipv4Address.ANY, DATAGRAM_PORT);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (CaptureWriter out = CaptureWriter.pcap(file, LinkType.RAW)) {
            out.write(CapturedFrame.of(1, Instant.EPOCH, new UdpPacket(end, end, datagram, 0)));
        }
        return file.toByteArray();
    }

    private static int freePort() throws SocketException {
        try (DatagramSocket any = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static void run(String... args) {
        run(InputStream.nullInputStream(), args);
    }

    private static void run(InputStream in, String... args) {
        OutputStream nowhere = OutputStream.nullOutputStream();
        Main.run(new Streams(in, new Output(nowhere), new PrintStream(nowhere, true, StandardCharsets.UTF_8)), args);
    }
}
