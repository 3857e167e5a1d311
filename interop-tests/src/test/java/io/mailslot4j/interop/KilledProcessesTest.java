package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.interop.lab.Waiting;
import io.mailslot4j.interop.peer.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One reader and three writers of a local slot, each a process, killed at random points. More of it with
 * {@code -Dmailslot4j.kills=200 -Dmailslot4j.seed=7}.
 */
class KilledProcessesTest {
    private static final int KILLS = Integer.getInteger("mailslot4j.kills", 20);
    private static final long SEED = Long.getLong("mailslot4j.seed", 1);
    private static final int WRITERS = 3;
    private static final int MOST_LINES_BEFORE_A_KILL = 150;

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final List<Tally> readers = new ArrayList<>();
    private final List<Tally> writers = new ArrayList<>();
    private final List<Tally> alive = new ArrayList<>();

    private Tally start(String role, String name) {
        Tally tally =
                Tally.start(folder.resolve(name), role, folder.resolve("run").toString(), "LOG", name);
        alive.add(tally);
        return tally;
    }

    private Tally startReader() {
        Tally reader = start("read", "reader-" + readers.size());
        readers.add(reader);
        return reader;
    }

    private Tally startWriter() {
        Tally writer = start("write", "writer-" + writers.size());
        writers.add(writer);
        return writer;
    }

    @AfterEach
    void endAll() {
        alive.forEach(Tally::close);
    }

    private void end(Tally tally) throws IOException {
        tally.end();
        alive.remove(tally);
    }

    @Test
    void nothingIsDoubledInventedCutOrLeftBehind() throws IOException {
        Tally reader = startReader();
        List<Tally> writing = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writing.add(startWriter());
        }
        for (int kill = 0; kill < KILLS; kill++) {
            int which = random.nextInt(2 * WRITERS);
            Tally victim = which < WRITERS ? writing.get(which) : reader;
            victim.awaitLines(1 + random.nextInt(MOST_LINES_BEFORE_A_KILL));
            victim.kill();
            alive.remove(victim);
            if (which >= WRITERS) {
                reader = startReader();
            } else {
                writing.set(which, startWriter());
            }
        }
        Tally last = reader;
        Waiting.until(() -> last.lines().contains("reading"), () -> "the last reader");
        for (Tally writer : writing) {
            int before = writer.numbers("put", writer.name()).size();
            Waiting.until(
                    () -> writer.numbers("put", writer.name()).size() > before + 1,
                    () -> "more of " + writer.name() + " to the last reader");
        }
        for (Tally writer : writing) {
            end(writer);
        }
        end(reader);
        report();
        for (Tally writer : writers) {
            check(writer);
        }
        for (Tally writer : writing) {
            List<Integer> put = writer.numbers("put", writer.name());
            assertThat(reader.numbers("got", writer.name())).last().isEqualTo(put.get(put.size() - 1));
        }
        try (Stream<Path> left = Files.list(folder.resolve("run"))) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("locks");
        }
    }

    private void report() {
        long got = readers.stream()
                .mapToLong(r -> r.lines().stream()
                        .filter(line -> line.startsWith("got"))
                        .count())
                .sum();
        System.out.printf(
                "%d kills, seed %d: %d readers, %d writers, %d messages%n",
                KILLS, SEED, readers.size(), writers.size(), got);
    }

    private void check(Tally writer) {
        Set<Integer> seen = new HashSet<>();
        Map<Integer, Boolean> outcome = new HashMap<>();
        writer.numbers("put", writer.name()).forEach(number -> outcome.put(number, true));
        writer.numbers("nobody", writer.name()).forEach(number -> outcome.put(number, false));
        int latest = -1;
        for (Tally reader : readers) {
            assertThat(reader.lines())
                    .allMatch(line -> line.startsWith("got\t") || line.equals("reading") || line.equals("end"));
            int previous = -1;
            for (int number : reader.numbers("got", writer.name())) {
                assertThat(seen.add(number))
                        .as("%s %d is new", writer.name(), number)
                        .isTrue();
                assertThat(number).as("order of %s", writer.name()).isGreaterThan(latest);
                if (previous >= 0) {
                    assertThat(number).as("none of %s is lost", writer.name()).isEqualTo(previous + 1);
                }
                previous = number;
                latest = number;
            }
        }
        // Its last message may have arrived before it could say so.
        assertThat(latest).as("last of %s", writer.name()).isLessThanOrEqualTo(outcome.size());
    }
}
