package io.mailslot4j.benchmarks.run;

import io.mailslot4j.benchmarks.Samples;
import io.mailslot4j.benchmarks.load.Hello;
import io.mailslot4j.pcaps.CaptureWriter;
import io.mailslot4j.pcaps.CapturedFrame;
import io.mailslot4j.pcaps.IpAddress;
import io.mailslot4j.pcaps.LinkType;
import io.mailslot4j.pcaps.UdpEndpoint;
import io.mailslot4j.pcaps.UdpPacket;
import io.mailslot4j.protocol.Ipv4Address;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The {@code mailslot} command as it is typed, from its start to its end, and others that do the same. */
record CommandRun(Programs programs, Results results) {
    private static final String MAILSLOT =
            Path.of("bin/mailslot").toAbsolutePath().toString();
    private static final int FRAMES = 1_000_000;
    private static final int COLD_STARTS = 5;
    private static final List<String> FIELDS = List.of(
            "frame.number",
            "ip.src",
            "nbdgm.type",
            "nbdgm.source_name",
            "nbdgm.destination_name",
            "mailslot.name",
            "mailslot.class",
            "smb.dc");

    /** Cold starts. */
    void starts() throws IOException, InterruptedException {
        if (!results.canMeasureBy(Peer.GCC, "hello ms", "put ms", "listen ready ms")) {
            return;
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = Path.of("benchmarks/target/classes").toAbsolutePath().toString();
        // As the launcher starts it.
        List<String> hello = List.of(
                java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-cp", classes, name());
        List<String> put = List.of(MAILSLOT, "put", "\\\\RECEIVER@127.0.0.1\\mailslot\\LISTENER", "hello");
        List<Double> hellos = new ArrayList<>();
        List<Double> puts = new ArrayList<>();
        List<Double> listens = new ArrayList<>();
        for (int i = 0; i < COLD_STARTS; i++) {
            hellos.add(programs.measure(hello).millis());
            puts.add(programs.measure(put).millis());
            listens.add(listenReady());
        }
        results.add("hello ms", new Series(hellos).median());
        results.add("put ms", new Series(puts).median());
        results.add("listen ready ms", new Series(listens).median());
    }

    private static String name() {
        return Hello.class.getName();
    }

    /** Milliseconds until it says that it listens. */
    private static double listenReady() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Programs.ON_ALL_CORES);
        command.addAll(List.of(MAILSLOT, "listen", "LISTENER", "--listen-port", "21999", "--alone"));
        long start = System.nanoTime();
        Process listen = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader says = listen.inputReader()) {
            for (String line = says.readLine(); line != null; line = says.readLine()) {
                if (line.startsWith("listening")) {
                    return (System.nanoTime() - start) / 1e6;
                }
            }
        } finally {
            listen.destroy();
            listen.waitFor();
        }
        throw new IOException("mailslot listen does not listen");
    }

    /** Decoding a capture, and how much memory that takes. */
    void captures() throws IOException, InterruptedException {
        if (!results.canMeasureBy(
                Peer.GCC, "decode --json s", "tcpdump s", "tshark s", "decode --json MiB", "decode --json of 3M MiB")) {
            return;
        }
        Path capture = capture(1);
        Programs.Cost ours = programs.measure(decode(capture));
        results.add("decode --json s", ours.millis() / 1000);
        if (results.canMeasureBy(Peer.TCPDUMP, "tcpdump s")) {
            results.add("tcpdump s", programs.measure(tcpdump(capture)).millis() / 1000);
        }
        if (results.canMeasureBy(Peer.TSHARK, "tshark s")) {
            results.add("tshark s", programs.measure(tshark(capture)).millis() / 1000);
        }
        results.add("decode --json MiB", ours.memory());
        results.add(
                "decode --json of 3M MiB", programs.measure(decode(capture(3))).memory());
    }

    private static List<String> decode(Path capture) {
        return List.of(MAILSLOT, "decode", "--json", capture.toString());
    }

    private static List<String> tcpdump(Path capture) {
        return List.of("tcpdump", "-nn", "-Z", "root", "-r", capture.toString());
    }

    private static List<String> tshark(Path capture) {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", capture.toString(), "-T", "fields"));
        FIELDS.forEach(field -> command.addAll(List.of("-e", field)));
        return command;
    }

    private static Path capture(int millions) throws IOException {
        Path file = Path.of("benchmarks/target", millions + "M.pcap").toAbsolutePath();
        if (Files.exists(file)) {
            return file;
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        UdpPacket packet = new UdpPacket(
                endpoint("192.0.2.1"),
                endpoint("192.0.2.2"),
                Samples.unique(130).encode(),
                0);
        try (CaptureWriter out =
                CaptureWriter.pcap(new BufferedOutputStream(Files.newOutputStream(unfinished)), LinkType.RAW)) {
            CapturedFrame frame = CapturedFrame.of(1, Instant.EPOCH, packet);
            for (int i = 0; i < millions * FRAMES; i++) {
                out.write(frame);
            }
        }
        return Files.move(unfinished, file);
    }

    private static UdpEndpoint endpoint(String address) {
        return new UdpEndpoint(IpAddress.of(Ipv4Address.parse(address)), 138);
    }
}
