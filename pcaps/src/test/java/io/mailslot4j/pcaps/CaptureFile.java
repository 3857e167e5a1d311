package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A capture that can be read and has a table of what tshark sees in it. */
record CaptureFile(Path path) {
    static final int NAME_SERVICE = 137;
    static final int DATAGRAM_SERVICE = 138;

    String name() {
        return path.getFileName().toString();
    }

    List<CapturedFrame> frames() throws IOException {
        List<CapturedFrame> frames = new ArrayList<>();
        try (CaptureReader reader = CaptureReader.open(Files.newInputStream(path))) {
            for (Optional<CapturedFrame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                frames.add(frame.get());
            }
        }
        return frames;
    }

    TsharkTable table() throws IOException {
        return TsharkTable.read(tableOf(path));
    }

    static Path tableOf(Path capture) {
        String name = capture.getFileName().toString();
        return capture.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".expected.tsv");
    }

    /** The payloads of all packets from or to a UDP port, also those that were cut. */
    static List<Octets> payloads(int port) throws IOException {
        List<Octets> payloads = new ArrayList<>();
        for (CaptureFile file : CaptureFolders.read().files()) {
            FragmentAssembler fragments = new FragmentAssembler();
            for (CapturedFrame frame : file.frames()) {
                if (fragments.accept(frame.time(), FrameContent.of(frame)) instanceof UdpPacket udp
                        && isOn(port, udp)) {
                    payloads.add(udp.payload());
                }
            }
        }
        return payloads;
    }

    static boolean isOn(int port, UdpPacket udp) {
        return udp.source().port() == port || udp.destination().port() == port;
    }
}
