package io.mailslot4j.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.Message;
import io.mailslot4j.Overflow;
import io.mailslot4j.SlotCounters;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlotQueueTest {
    private final SlotQueue queue = new SlotQueue(3, Overflow.DROP_NEWEST, SlotQueue.ANY_SIZE);
    private final AtomicInteger wokenWithout = new AtomicInteger();

    @Test
    void isFirstInFirstOut() {
        assertThat(List.of(queue.offer(message("01")), queue.offer(message("")), queue.offer(message("03"))))
                .containsOnly(Offer.ACCEPTED);
        assertThat(queue.size()).isEqualTo(3);
        assertThat(List.of(taken(queue), taken(queue), taken(queue))).containsExactly("01", "", "03");
        assertThat(queue.poll()).isNull();
    }

    @Test
    void dropsTheNewestWhenFull() {
        fill(queue, 5);
        assertThat(taken(queue)).isEqualTo("00");
        assertThat(queue.counters()).isEqualTo(new SlotCounters(5, 1, 2, 0, 0, 0));
    }

    @Test
    void dropsTheOldestWhenFullIfToldSo() {
        SlotQueue oldest = new SlotQueue(3, Overflow.DROP_OLDEST, SlotQueue.ANY_SIZE);
        fill(oldest, 5);
        assertThat(List.of(taken(oldest), taken(oldest), taken(oldest))).containsExactly("02", "03", "04");
        assertThat(oldest.counters()).isEqualTo(new SlotCounters(5, 3, 2, 0, 0, 0));
    }

    @Test
    void aLongMessageMayNeedTheRoomOfSeveral() {
        SlotQueue narrow = new SlotQueue(3, Overflow.DROP_OLDEST, SlotQueue.ANY_SIZE, false, new Backlog(3, 4, 0));
        fill(narrow, 3);
        assertThat(narrow.offer(message("070809"))).isEqualTo(new Offer(Offer.Outcome.ACCEPTED, 2));
        assertThat(List.of(taken(narrow), taken(narrow))).containsExactly("02", "070809");
        assertThat(narrow.counters()).isEqualTo(new SlotCounters(4, 2, 2, 0, 0, 0));
    }

    @Test
    void refusesMessagesThatAreTooBigAndNeverCutsThem() {
        SlotQueue small = new SlotQueue(3, Overflow.DROP_NEWEST, 2);
        assertThat(small.offer(message("0102"))).isEqualTo(Offer.ACCEPTED);
        assertThat(small.offer(message("010203"))).isEqualTo(Offer.TOO_BIG);
        assertThat(small.counters()).isEqualTo(new SlotCounters(2, 0, 0, 1, 0, 0));
    }

    @Test
    void neverGivesUpEarly() throws InterruptedException {
        long start = System.nanoTime();
        assertThat(queue.take(Duration.ofMillis(30).toNanos())).isNull();
        assertThat(System.nanoTime() - start)
                .isGreaterThanOrEqualTo(Duration.ofMillis(30).toNanos());
    }

    @Test
    void aMessageThatIsThereIsTakenWhateverTheTimeout() throws InterruptedException {
        fill(queue, 2);
        assertThat(queue.take(0)).isNotNull();
        assertThat(queue.take(-1)).isNotNull();
    }

    @Test
    void wakesWhoeverWaitsWhenToldTo() throws InterruptedException {
        AtomicReference<@Nullable Object> got = new AtomicReference<>();
        Thread taker = waiting(() -> got.set(queue.take()));
        queue.offer(message("07"));
        queue.wake();
        taker.join();
        assertThat(got.get()).isEqualTo(message("07"));
    }

    @Test
    void closingWakesEverybodyAndDiscardsWhatWaits() throws InterruptedException {
        List<Thread> takers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            takers.add(waiting(() -> wokenWithout(queue.take())));
            takers.add(waiting(() -> wokenWithout(queue.take(Long.MAX_VALUE))));
        }
        queue.close();
        for (Thread taker : takers) {
            taker.join();
        }
        assertThat(wokenWithout).hasValue(8);
        assertThat(queue.isClosed()).isTrue();
        assertThat(queue.offer(message("01"))).isEqualTo(Offer.CLOSED);
        assertThat(queue.size()).isZero();
    }

    @Test
    void anInterruptEndsTheWait() throws InterruptedException {
        AtomicReference<@Nullable Object> got = new AtomicReference<>();
        Thread taker = waiting(() -> {
            try {
                queue.take();
            } catch (InterruptedException e) {
                got.set(e);
            }
        });
        taker.interrupt();
        taker.join();
        assertThat(got.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void manyTakersGetEachMessageOnce() throws InterruptedException {
        int messages = 20_000;
        SlotQueue large = new SlotQueue(messages, Overflow.DROP_NEWEST, SlotQueue.ANY_SIZE);
        ConcurrentLinkedQueue<String> got = new ConcurrentLinkedQueue<>();
        List<Thread> takers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            takers.add(started(() -> {
                for (Message<Octets> m = large.take(); m != null; m = large.take()) {
                    got.add(m.payload().toHex());
                }
            }));
        }
        for (int i = 0; i < messages; i++) {
            large.offer(message(String.format("%08x", i)));
            if (i % 7 == 0) {
                large.wake();
            }
        }
        large.wake();
        while (got.size() < messages) {
            Thread.onSpinWait();
        }
        large.close();
        for (Thread taker : takers) {
            taker.join();
        }
        assertThat(got).hasSize(messages).doesNotHaveDuplicates();
    }

    private void wokenWithout(@Nullable Object message) {
        if (message == null) {
            wokenWithout.incrementAndGet();
        }
    }

    private interface Taking {
        void run() throws InterruptedException;
    }

    private static Thread waiting(Taking taking) {
        Thread thread = started(taking);
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private static Thread started(Taking taking) {
        Thread thread = new Thread(() -> {
            try {
                taking.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return thread;
    }

    private static void fill(SlotQueue queue, int count) {
        for (int i = 0; i < count; i++) {
            queue.offer(message(String.format("%02x", i)));
        }
    }

    private static String taken(SlotQueue queue) {
        Message<Octets> message = queue.poll();
        return message == null ? "nothing" : message.payload().toHex();
    }

    private static Message<Octets> message(String hex) {
        return new Message<>(
                Octets.ofHex(hex),
                "\\MAILSLOT\\X",
                Message.Delivery.LOCAL,
                NetBiosName.BROADCAST,
                NetBiosName.BROADCAST,
                Optional.empty(),
                Instant.EPOCH);
    }
}
