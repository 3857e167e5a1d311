package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.interop.lab.Command;
import io.mailslot4j.interop.lab.NeedsPeers;
import io.mailslot4j.interop.lab.Peer;
import io.mailslot4j.pcaps.CaptureWriter;
import io.mailslot4j.pcaps.CapturedFrame;
import io.mailslot4j.pcaps.IpAddress;
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
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both read one capture, one after the other. They are far enough apart that the load of the machine does not matter. */
@NeedsPeers(Peer.TSHARK)
class DecodeSpeedTest {
    private static final int FRAMES = 400_000;
    /** It is about twice that. */
    private static final double AT_LEAST = 1.5;

    private static final Ipv4Address ADDRESS = Ipv4Address.parse("192.0.2.1");

    @Test
    void aCaptureIsDecodedFasterThanTsharkDoes(@TempDir Path folder) throws IOException {
        Path capture = capture(folder.resolve("many.pcap"));
        String ours = "exec " + System.getProperty("java.home")
                + "/bin/java -cp \"$0\" io.mailslot4j.cli.Main decode --json \"$1\" > /dev/null";
        String tshark = "exec tshark -n -r \"$1\" -T fields -e frame.number -e nbdgm.type -e nbdgm.source_name"
                + " -e nbdgm.destination_name -e mailslot.name -e mailslot.class > /dev/null";
        assertThat((double) nanos(tshark, capture) / nanos(ours, capture)).isGreaterThan(AT_LEAST);
    }

    private static long nanos(String script, Path capture) {
        long start = System.nanoTime();
        Command.output("sh", "-c", script, System.getProperty("java.class.path"), capture.toString());
        return System.nanoTime() - start;
    }

    private static Path capture(Path file) throws IOException {
        UdpEndpoint endpoint = new UdpEndpoint(IpAddress.of(ADDRESS), 138);
        CapturedFrame frame = CapturedFrame.of(1, Instant.EPOCH, new UdpPacket(endpoint, endpoint, datagram(), 0));
        try (CaptureWriter out =
                CaptureWriter.pcap(new BufferedOutputStream(Files.newOutputStream(file)), LinkType.RAW)) {
            for (int i = 0; i < FRAMES; i++) {
                out.write(frame);
            }
        }
        return file;
    }

    private static Octets datagram() {
        NetBiosName name = NetBiosName.of("PC", NameSuffix.WORKSTATION);
        DatagramHeader header =
                new DatagramHeader(DatagramType.DIRECT_UNIQUE, DatagramFlags.whole(NodeType.H), 1, ADDRESS, 138);
        MailslotWrite write = MailslotWrite.of("\\MAILSLOT\\LISTENER", Octets.zeros(130));
        return NetBiosDatagram.of(header, name, name, write.encode()).encode();
    }
}
