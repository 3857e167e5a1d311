package io.mailslot4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many threads on one slot, and slots that come and go. Small here; {@code -Dmailslot4j.stress=10000000} makes it as many
 * messages, and more to be sure that memory stays flat.
 */
@Timeout(3600)
class StressTest extends InOneProcess {
    private static final int MESSAGES = Integer.getInteger("mailslot4j.stress", 20_000);
    private static final int WRITERS = 3;
    private static final int READERS = 3;
    private static final Executor THREADS = task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    };

    private final Serializer<Long> longs = Serializer.of(
            n -> Serializer.values().encode(n), o -> (Long) Serializer.values().decode(o));

    /** Each message to one reader, and for each reader the messages of a writer in their order. */
    @Test
    void everyMessageGoesToOneReaderAndInOrder() throws Exception {
        Mailslot<Long> in = slot("x")
                .serializer(longs)
                .capacity(10_000)
                .onOverflow(Overflow.REJECT)
                .openReader();
        List<CompletableFuture<BitSet>> readers = new ArrayList<>();
        AtomicLong left = new AtomicLong((long) MESSAGES * WRITERS);
        for (int i = 0; i < READERS; i++) {
            readers.add(CompletableFuture.supplyAsync(() -> read(in, left), THREADS));
        }
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            writers.add(CompletableFuture.runAsync(() -> write(writer), THREADS));
        }
        for (CompletableFuture<Void> writer : writers) {
            writer.get();
        }
        BitSet all = new BitSet();
        int count = 0;
        for (CompletableFuture<BitSet> reader : readers) {
            count += reader.get().cardinality();
            all.or(reader.get());
        }
        assertThat(count).isEqualTo(MESSAGES * WRITERS);
        assertThat(all.cardinality()).isEqualTo(MESSAGES * WRITERS);
        SlotCounters counters = in.counters();
        assertThat(counters.received()).isEqualTo(counters.taken() + counters.dropped());
    }

    private void write(int writer) {
        try (Mailslot<Long> out = slot("x").serializer(longs).openWriter()) {
            for (long i = 0; i < MESSAGES; ) {
                try {
                    out.put(i * WRITERS + writer);
                    i++;
                } catch (MailslotFullException again) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    /** By whatever way of reading comes next, until nothing is left; then it closes, so that the others end too. */
    private static BitSet read(Mailslot<Long> in, AtomicLong left) {
        BitSet got = new BitSet();
        long[] last = {-1, -1, -1};
        try {
            for (long turn = 0; ; turn++) {
                List<Long> some = turn % 7 == 0 ? in.drain() : List.of(in.get());
                for (long message : some) {
                    int writer = (int) (message % WRITERS);
                    assertThat(message).isGreaterThan(last[writer]);
                    last[writer] = message;
                    got.set(Math.toIntExact(message));
                    if (left.decrementAndGet() == 0) {
                        in.close();
                    }
                }
            }
        } catch (MailslotClosedException end) {
            return got;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A reader that closes and comes again: each message was read, discarded and counted, or its put refused. */
    @Test
    void slotsThatComeAndGoLoseNothingUncounted() throws ExecutionException, InterruptedException {
        AtomicLong delivered = new AtomicLong();
        AtomicLong running = new AtomicLong(WRITERS);
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(CompletableFuture.runAsync(
                    () -> {
                        Mailslot<String> out = slot("x").openWriter();
                        for (int n = 0; n < MESSAGES; n++) {
                            try {
                                out.put("m");
                                delivered.incrementAndGet();
                            } catch (NoSuchMailslotException nobodyNow) {
                                Thread.onSpinWait();
                            }
                        }
                        running.decrementAndGet();
                    },
                    THREADS));
        }
        long read = 0;
        long discarded = 0;
        while (running.get() > 0) {
            Mailslot<String> in = slot("x").capacity(Integer.MAX_VALUE).openReader();
            for (int i = 0; i < 3; i++) {
                read += in.drain().size();
            }
            in.close();
            discarded += in.counters().discarded();
        }
        for (CompletableFuture<Void> writer : writers) {
            writer.get();
        }
        assertThat(read + discarded).isEqualTo(delivered.get());
    }

    /** What passes through leaves nothing behind. */
    @Test
    void memoryStaysFlat() {
        Mailslot<byte[]> in =
                slot("x").serializer(Serializer.bytes()).capacity(1000).openReader();
        Mailslot<byte[]> out = octetsTo("x");
        List<Long> used = new ArrayList<>();
        int tenth = MESSAGES / 10;
        for (int i = 0; i < MESSAGES; i++) {
            out.put(new byte[400]);
            if (i % 3 == 0) {
                in.receiveAsync().cancel(true);
            }
            // Some lie there for a while.
            if (in.size() > 900) {
                in.drain();
            }
            if (i % tenth == tenth - 1) {
                used.add(usedMemory());
            }
        }
        System.out.println("used after each tenth of " + MESSAGES + " messages, KiB: "
                + used.stream().map(octets -> octets >> 10).toList());
        assertThat(in.counters().received()).isEqualTo(MESSAGES);
        // What lies in the queue differs by up to 900 messages.
        assertThat(Collections.max(used) - used.get(0)).isLessThan(4 << 20);
    }

    private static long usedMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
