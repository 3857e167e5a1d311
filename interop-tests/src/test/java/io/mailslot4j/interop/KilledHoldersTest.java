package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.Serializer;
import io.mailslot4j.interop.lab.Waiting;
import io.mailslot4j.interop.peer.NumberedMessage;
import io.mailslot4j.interop.peer.Tally;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three processes that share a UDP port of the loopback interface, each with a slot of its own, killed at random points while
 * numbered broadcasts come to all of them. More of it with {@code -Dmailslot4j.kills=200 -Dmailslot4j.seed=7}.
 */
class KilledHoldersTest {
    private static final int KILLS = Integer.getInteger("mailslot4j.kills", 20);
    private static final long SEED = Long.getLong("mailslot4j.seed", 1);
    private static final int PROCESSES = 3;
    private static final int MOST_LINES_BEFORE_A_KILL = 60;
    private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(2);
    private static final String SENDER = "outside";

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    /** Those of each slot, the latest last. */
    private final List<List<Tally>> tallies = new ArrayList<>();

    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean enough;
    private MailslotNetwork outside;
    private int port;

    @BeforeEach
    void open() throws SocketException {
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        outside = MailslotNetwork.builder()
                .computerName("OUTSIDE")
                .workgroup("GRP")
                .networkInterface("127.0.0.1")
                .remotePort(port)
                .withoutOtherProcesses()
                .build();
        for (int slot = 0; slot < PROCESSES; slot++) {
            tallies.add(new ArrayList<>());
        }
    }

    @AfterEach
    void close() {
        enough = true;
        tallies.forEach(ofSlot -> ofSlot.forEach(Tally::close));
        outside.close();
    }

    private void start(int slot) {
        List<Tally> ofSlot = tallies.get(slot);
        String name = "slot-" + slot;
        ofSlot.add(Tally.start(
                folder.resolve(name + "-" + ofSlot.size()),
                "hear",
                folder.resolve("run").toString(),
                name,
                name,
                Integer.toString(port)));
    }

    private Tally latest(int slot) {
        List<Tally> ofSlot = tallies.get(slot);
        return ofSlot.get(ofSlot.size() - 1);
    }

    /** One number to every slot, then the next one. */
    private void send() {
        List<Mailslot<byte[]>> slots = new ArrayList<>();
        for (int slot = 0; slot < PROCESSES; slot++) {
            slots.add(Mailslot.builder("\\\\*\\mailslot\\slot-" + slot)
                    .serializer(Serializer.bytes())
                    .network(outside)
                    .open());
        }
        while (!enough) {
            byte[] octets = new NumberedMessage(SENDER, next.get()).octetsOfDatagram();
            slots.forEach(slot -> slot.put(octets));
            next.incrementAndGet();
            LockSupport.parkNanos(BETWEEN_MESSAGES.toNanos());
        }
    }

    @Test
    void nothingIsDoubledInventedOrLeftBehind() throws IOException, InterruptedException {
        for (int slot = 0; slot < PROCESSES; slot++) {
            start(slot);
        }
        Thread sending = new Thread(this::send);
        sending.start();
        for (int kill = 0; kill < KILLS; kill++) {
            int slot = random.nextInt(PROCESSES);
            latest(slot).awaitLines(1 + random.nextInt(MOST_LINES_BEFORE_A_KILL));
            latest(slot).kill();
            start(slot);
        }
        for (int slot = 0; slot < PROCESSES; slot++) {
            int now = next.get();
            Tally tally = latest(slot);
            Waiting.until(
                    () -> tally.numbers("got", SENDER).stream().anyMatch(number -> number > now),
                    () -> "what is sent now at " + tally.name());
        }
        enough = true;
        sending.join();
        for (int slot = 0; slot < PROCESSES; slot++) {
            latest(slot).end();
        }
        long got = tallies.stream().mapToLong(this::check).sum();
        System.out.printf(
                "%d kills of those who share a port, seed %d: %d of %d messages heard%n",
                KILLS, SEED, got, (long) PROCESSES * next.get());
        try (Stream<Path> left = Files.list(folder.resolve("run"))) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("locks");
        }
    }

    /** What came to a slot came once, in order, and as it was sent. */
    private long check(List<Tally> ofSlot) {
        List<Integer> all = new ArrayList<>();
        for (Tally tally : ofSlot) {
            assertThat(tally.lines())
                    .allMatch(line ->
                            line.startsWith("got\t" + SENDER + "\t") || line.equals("reading") || line.equals("end"));
            all.addAll(tally.numbers("got", SENDER));
        }
        assertThat(all).doesNotHaveDuplicates().isSorted();
        assertThat(all).allMatch(number -> number < next.get());
        return all.size();
    }
}
