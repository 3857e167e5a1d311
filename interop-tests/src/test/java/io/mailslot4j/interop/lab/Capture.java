package io.mailslot4j.interop.lab;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NamePackets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Everything said on UDP ports 137 and 138 of one segment, in a pcap file by tcpdump. */
public final class Capture {
    private static final String MOST_FRAMES = "100000";
    /** Where the letters of the first name are in a packet of the name service. */
    private static final int LABEL = 13;

    private static final int ENCODED_NAME = 2 * NetBiosName.LENGTH;

    private final RunningProcess tcpdump;
    private final Path file;

    private Capture(RunningProcess tcpdump, Path file) {
        this.tcpdump = tcpdump;
        this.file = file;
    }

    static Capture start(Lab lab, String namespace, String bridge) {
        Path file;
        try {
            file = Files.createTempFile("mailslot4j", ".pcap");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file.toFile().deleteOnExit();
        RunningProcess tcpdump = lab.start(
                namespace,
                List.of(
                        "tcpdump",
                        "-i",
                        bridge,
                        "--immediate-mode",
                        "-U",
                        "-B",
                        "16384",
                        "-Z",
                        "root",
                        "-w",
                        file.toString(),
                        "-c",
                        MOST_FRAMES,
                        "udp port 137 or udp port 138"));
        tcpdump.awaitLine(".*listening on.*");
        return new Capture(tcpdump, file);
    }

    /** What was said on port 137 so far. */
    public List<NameExchange> names() {
        return NameExchange.in(file);
    }

    /** The file, once a frame with {@code lastWords} is in it. Nothing is captured any more. */
    public Path endsWith(String lastWords) {
        Waiting.until(() -> text().contains(lastWords), () -> "a frame with '" + lastWords + "'");
        tcpdump.close();
        return file;
    }

    /** As {@link #endsWith}, once {@code asker} has asked everybody for a name that nobody has. */
    public Path endsWithQuestion(LabHost asker) {
        NetBiosName nobody = NetBiosName.of("THE-END", NameSuffix.WORKSTATION);
        Octets query = NamePackets.nameQueryRequest(0, nobody, true).encode();
        asker.start(List.of("nmblookup", "-s", "/dev/null", "-B", asker.broadcast(), nobody.text()));
        return endsWith(query.slice(LABEL, ENCODED_NAME).text(StandardCharsets.ISO_8859_1));
    }

    private String text() {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
