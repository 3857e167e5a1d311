package io.mailslot4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting for any of several mailslots. */
@Timeout(60)
class MailslotSelectorTest extends InOneProcess {
    private final MailslotSelector<Mailslot<String>> selector = new MailslotSelector<>();

    @Test
    void selectsThoseInWhichAMessageWaits() throws InterruptedException {
        Mailslot<String> a = reader("a");
        Mailslot<String> b = reader("b");
        List.of(a, b, reader("c")).forEach(selector::add);
        assertThat(selector.select(Duration.ZERO)).isEmpty();
        open("b").put("1");
        open("a").put("2");
        assertThat(selector.select()).containsExactly(b, a);
    }

    @Test
    void addingMakesAReader() {
        Mailslot<String> slot = open("a");
        selector.add(slot);
        assertThat(slot.direction()).isEqualTo(Mailslot.Direction.READER);
        Mailslot<String> writer = slot("a").openWriter();
        assertThatThrownBy(() -> selector.add(writer)).isInstanceOf(MailslotUseException.class);
    }

    @Test
    void aMessageThatCameBeforeIsSelectedToo() throws InterruptedException {
        Mailslot<String> a = reader("a");
        open("a").put("1");
        selector.add(a);
        assertThat(selector.select()).containsExactly(a);
    }

    @Test
    void staysReadyUntilItIsEmpty() throws InterruptedException {
        Mailslot<String> a = reader("a");
        selector.add(a);
        selector.add(a);
        open("a").put("1");
        open("a").put("2");
        for (String expected : List.of("1", "2")) {
            assertThat(selector.select()).containsExactly(a);
            assertThat(a.getNow()).isEqualTo(expected);
        }
        assertThat(selector.select(Duration.ZERO)).isEmpty();
    }

    /** Something else that can be selected, and who watches it. */
    private static final class Watched implements Selectable {
        private final List<Runnable> watchers = new ArrayList<>();

        @Override
        public boolean isReady() {
            return false;
        }

        @Override
        public void watch(Runnable watcher) {
            watchers.add(watcher);
        }

        @Override
        public void unwatch(Runnable watcher) {
            watchers.remove(watcher);
        }
    }

    @Test
    void aMemberIsWatchedOnceAsLongAsItIsOne() {
        Watched one = new Watched();
        Watched other = new Watched();
        try (MailslotSelector<Watched> both = new MailslotSelector<>()) {
            both.add(one);
            both.add(one);
            both.add(other);
            assertThat(one.watchers).hasSize(1);
            both.remove(one);
            assertThat(one.watchers).isEmpty();
            assertThat(other.watchers).hasSize(1);
        }
        assertThat(other.watchers).isEmpty();
    }

    @Test
    void whatAnotherTookIsNotReady() throws InterruptedException {
        Mailslot<String> a = reader("a");
        selector.add(a);
        open("a").put("1");
        a.getNow();
        assertThat(selector.select(Duration.ZERO)).isEmpty();
    }

    @Test
    void waitsAndIsWokenByAPut() throws Exception {
        Mailslot<String> a = reader("a");
        selector.add(a);
        CompletableFuture<List<Mailslot<String>>> selected = Waiting.in(selector::select);
        open("a").put("1");
        assertThat(selected.get()).containsExactly(a);
    }

    @Test
    void severalThreadsMaySelect() throws Exception {
        Mailslot<String> a = reader("a");
        selector.add(a);
        List<CompletableFuture<List<Mailslot<String>>>> selected =
                List.of(Waiting.in(selector::select), Waiting.in(selector::select));
        open("a").put("1");
        for (CompletableFuture<List<Mailslot<String>>> each : selected) {
            assertThat(each.get()).containsExactly(a);
        }
    }

    @Test
    void neverGivesUpEarly() throws InterruptedException {
        selector.add(reader("a"));
        long start = System.nanoTime();
        assertThat(selector.select(Duration.ofMillis(40))).isEmpty();
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(40_000_000);
        assertThatThrownBy(() -> selector.select(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClosedMemberIsReadySoThatWhoWaitsLearnsIt() throws Exception {
        Mailslot<String> a = reader("a");
        selector.add(a);
        CompletableFuture<List<Mailslot<String>>> selected = Waiting.in(selector::select);
        a.close();
        assertThat(selected.get()).containsExactly(a);
        assertThatThrownBy(a::getNow).isInstanceOf(MailslotClosedException.class);
        selector.remove(a);
        selector.remove(a);
        assertThat(selector.select(Duration.ZERO)).isEmpty();
    }

    @Test
    void aRemovedMemberIsNotSelected() throws InterruptedException {
        Mailslot<String> a = reader("a");
        selector.add(a);
        open("a").put("1");
        selector.remove(a);
        open("a").put("2");
        assertThat(selector.select(Duration.ZERO)).isEmpty();
    }

    @Test
    void closingWakesWhoSelects() {
        selector.add(reader("a"));
        CompletableFuture<List<Mailslot<String>>> selected = Waiting.in(selector::select);
        selector.close();
        selector.close();
        assertThatThrownBy(selected::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(MailslotClosedException.class);
        assertThatThrownBy(() -> selector.select(Duration.ZERO)).isInstanceOf(MailslotClosedException.class);
        assertThatThrownBy(() -> selector.add(reader("b"))).isInstanceOf(MailslotClosedException.class);
    }

    @Test
    void anInterruptEndsTheWait() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(selector::select).isInstanceOf(InterruptedException.class);
    }

    @Test
    void otherThingsMayBeMembers() throws InterruptedException {
        MailslotSelector<Selectable> any = new MailslotSelector<>();
        Selectable always = new Selectable() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void watch(Runnable watcher) {
                watcher.run();
            }

            @Override
            public void unwatch(Runnable watcher) {}
        };
        any.add(always);
        any.add(reader("a"));
        assertThat(any.select()).containsExactly(always);
    }

    /** Two threads, so that nothing but the selector can make the reader go on. */
    @Test
    void thousandsOfSlotsNeedNoThreadsAndLoseNoWakeUp() throws Exception {
        int slots = 2000;
        int messages = Integer.getInteger("mailslot4j.stress.messages", 20_000);
        List<Mailslot<String>> writers = new ArrayList<>();
        for (int i = 0; i < slots; i++) {
            selector.add(reader("s" + i));
            writers.add(slot("s" + i).openWriter());
        }
        int threads = Thread.activeCount();
        Random random = new Random(1);
        AtomicInteger taken = new AtomicInteger();
        CompletableFuture<Integer> reading = Waiting.in(() -> {
            while (taken.get() < messages) {
                for (Mailslot<String> ready : selector.select()) {
                    // One, so that some stay ready.
                    ready.getNow();
                    taken.incrementAndGet();
                }
            }
            return taken.get();
        });
        for (int i = 0; i < messages; i++) {
            writers.get(random.nextInt(slots)).put("m");
            if (i % 3 == 0) {
                // Lets the reader run dry, so that it waits again and again.
                while (taken.get() < i) {
                    Thread.onSpinWait();
                }
            }
        }
        assertThat(reading.get()).isEqualTo(messages);
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 1);
    }
}
