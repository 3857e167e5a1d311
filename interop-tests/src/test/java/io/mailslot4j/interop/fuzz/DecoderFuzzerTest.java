package io.mailslot4j.interop.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.pcaps.CaptureReader;
import io.mailslot4j.pcaps.CapturedFrame;
import io.mailslot4j.pcaps.FrameContent;
import io.mailslot4j.pcaps.UdpPacket;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.payload.PayloadKind;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jazzer looks for octets that break a decoder. It starts from the captures and follows the coverage. How long, in seconds, is
 * the system property {@code mailslot4j.fuzzing}.
 */
class DecoderFuzzerTest {
    private static final int SECONDS = Integer.getInteger("mailslot4j.fuzzing", 20);
    private static final int MOST_SECONDS_TO_START = 120;
    private static final int UDP_ON_RAW_IP = 5;

    /** Each form that a line can have. */
    private static final List<String> LMHOSTS = List.of(
            "192.0.2.1 SERVER # comment",
            "192.0.2.2 PDC #PRE #DOM:OFFICE",
            "192.0.2.3 \"HOST           \\0x1b\" #PRE",
            "192.0.2.4 BOOKS #SG:PRINTERS #MH #NOFNR",
            "#BEGIN_ALTERNATE\n#INCLUDE \\\\SERVER\\public\\lmhosts\n#INCLUDE other\n#END_ALTERNATE\n192.0.2.5 X");

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(
            value = {OS.LINUX, OS.MAC, OS.WINDOWS},
            disabledReason = "Jazzer has no library for others")
    void jazzerFindsNothing() throws IOException, InterruptedException {
        Path seeds = Files.createDirectory(folder.resolve("seeds"));
        writeSeeds(seeds);
        Path log = folder.resolve("log");
        Process jazzer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // The heap of a large machine would pass for a leak.
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + DecoderFuzzer.class.getName(),
                        "--instrumentation_includes=io.mailslot4j.**",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-max_len=4096",
                        "-timeout=10",
                        "-rss_limit_mb=3072",
                        "-max_total_time=" + SECONDS,
                        seeds.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        try {
            boolean ended = jazzer.waitFor(SECONDS + MOST_SECONDS_TO_START, TimeUnit.SECONDS);
            String said = Files.readString(log);
            assertThat(ended).as(said).isTrue();
            assertThat(said).contains("Done ");
            System.out.println(said.lines()
                    .filter(line -> line.startsWith("Done ") || line.contains("DONE"))
                    .toList());
            assertThat(jazzer.exitValue()).as(said).isZero();
        } finally {
            jazzer.destroyForcibly();
        }
    }

    private static void writeSeeds(Path seeds) throws IOException {
        for (String line : LMHOSTS) {
            seed(seeds, DecoderFuzzer.LMHOSTS, Octets.wrap(line.getBytes(StandardCharsets.US_ASCII)));
        }
        List<Path> captures;
        try (Stream<Path> files = Files.list(Path.of("../pcaps/captures"))) {
            captures = files.filter(file -> file.toString().endsWith(".pcap"))
                    .sorted()
                    .toList();
        }
        for (Path capture : captures) {
            if (Files.size(capture) < 4096) {
                seed(seeds, DecoderFuzzer.CAPTURE, Octets.wrap(Files.readAllBytes(capture)));
            }
            try (CaptureReader reader = CaptureReader.open(Files.newInputStream(capture))) {
                for (Optional<CapturedFrame> next = reader.next(); next.isPresent(); next = reader.next()) {
                    if (FrameContent.of(next.get()) instanceof UdpPacket udp) {
                        seedsOf(seeds, udp);
                    }
                }
            }
        }
    }

    private static void seedsOf(Path seeds, UdpPacket udp) throws IOException {
        if (udp.destination().port() == 137) {
            seed(seeds, DecoderFuzzer.NAME_PACKET, udp.payload());
            return;
        }
        seed(seeds, DecoderFuzzer.DATAGRAM, udp.payload());
        seed(seeds, DecoderFuzzer.PLAIN, udp.payload());
        seed(seeds, DecoderFuzzer.FRAME, Octets.ofHex(String.format("%02x", UDP_ON_RAW_IP) + udp.toIpPacket()));
        try {
            if (DatagramMessage.decode(udp.payload()) instanceof NetBiosDatagram datagram) {
                MailslotWrite write = MailslotWrite.decode(datagram.userData());
                seed(seeds, DecoderFuzzer.WRITE, datagram.userData());
                // Four times as many as there are kinds, so that the remainder is the kind.
                List<PayloadKind> kinds = List.of(PayloadKind.values());
                seed(seeds, 4 * kinds.size() + kinds.indexOf(PayloadKind.of(write.slot())), write.data());
            }
        } catch (MalformedPacketException damaged) {
            // Good enough as a datagram.
        }
    }

    private static void seed(Path seeds, int decoder, Octets octets) throws IOException {
        byte[] seed = new byte[1 + octets.size()];
        seed[0] = (byte) decoder;
        octets.copyTo(seed, 1);
        Files.write(seeds.resolve(decoder + "-" + Integer.toHexString(octets.hashCode())), seed);
    }
}
