package io.mailslot4j.testkit;

import io.mailslot4j.PacketWatcher;
import io.mailslot4j.pcaps.CaptureWriter;
import io.mailslot4j.pcaps.CapturedFrame;
import io.mailslot4j.pcaps.UdpEndpoint;
import io.mailslot4j.pcaps.UdpPacket;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Remembers what a test sent and received, and keeps it as a pcapng file if the test fails. Where that is, is told as a report
 * entry. Remembers the last {@value #MOST_PACKETS} packets. Thread-safe.
 *
 * <pre>{@code
 * @RegisterExtension
 * final CaptureRecorder recorder = CaptureRecorder.into(Path.of("target/captures"));
 *
 * MailslotNetwork network = MailslotNetwork.builder().packetWatcher(recorder).build();
 * }</pre>
 */
public final class CaptureRecorder implements PacketWatcher, BeforeEachCallback, AfterEachCallback {
    /** More than these, and the oldest are forgotten. */
    public static final int MOST_PACKETS = 10_000;

    private final Path folder;
    private final InstantSource clock;
    private final Deque<Seen> seen = new ArrayDeque<>();

    private record Seen(Instant time, UdpPacket packet) {}

    private CaptureRecorder(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Keeps captures in a folder, which is made when there is one. */
    public static CaptureRecorder into(Path folder) {
        return new CaptureRecorder(folder, InstantSource.system());
    }

    /** The same with another clock. */
    public CaptureRecorder by(InstantSource newClock) {
        return new CaptureRecorder(folder, newClock);
    }

    @Override
    public synchronized void seen(InetSocketAddress from, InetSocketAddress to, Octets packet) {
        if (seen.size() == MOST_PACKETS) {
            seen.removeFirst();
        }
        seen.addLast(new Seen(clock.instant(), new UdpPacket(endpoint(from), endpoint(to), packet, 0)));
    }

    private static UdpEndpoint endpoint(InetSocketAddress address) {
        return UdpEndpoint.of(Ipv4Address.ofOctets(address.getAddress().getAddress()), address.getPort());
    }

    /** What was seen since the test began. */
    public synchronized List<UdpPacket> packets() {
        return seen.stream().map(Seen::packet).toList();
    }

    @Override
    public synchronized void beforeEach(ExtensionContext context) {
        seen.clear();
    }

    @Override
    public synchronized void afterEach(ExtensionContext context) throws IOException {
        if (context.getExecutionException().isEmpty()) {
            return;
        }
        Path file = folder.resolve(fileName(context));
        Files.createDirectories(folder);
        try (CaptureWriter writer = CaptureWriter.pcapng(Files.newOutputStream(file))) {
            long number = 0;
            for (Seen each : seen) {
                number++;
                writer.write(CapturedFrame.of(number, each.time(), each.packet()));
            }
        }
        context.publishReportEntry("capture", file.toString());
    }

    /** Class and method, and for tests with parameters which of them. */
    private static String fileName(ExtensionContext context) {
        String test = context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
        boolean one =
                context.getUniqueId().endsWith("()]") || !context.getUniqueId().contains("invocation:#");
        String which = one ? "" : "-" + context.getUniqueId().replaceAll(".*invocation:#(\\d+).*", "$1");
        return test + which + ".pcapng";
    }
}
