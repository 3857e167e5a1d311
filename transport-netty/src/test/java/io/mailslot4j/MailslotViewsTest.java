package io.mailslot4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A reader seen as other things: what waits, a queue, a stream, a publisher. What their own suites test is not here. */
@Timeout(60)
class MailslotViewsTest extends InOneProcess {
    private static final byte[] NOT_UTF8 = {-1};

    @Test
    void peekTakesNothing() {
        Mailslot<String> in = reader("x");
        assertThat(in.peek()).isEmpty();
        assertThat(in.nextSize()).isEmpty();
        open("x").put("\u20ac");
        open("x").put("");
        assertThat(in.peek()).contains("\u20ac");
        assertThat(in.nextSize()).hasValue(3);
        assertThat(in.size()).isEqualTo(2);
        in.getNow();
        assertThat(in.nextSize()).hasValue(0);
    }

    @Test
    void drainTakesAllThatWaits() {
        Mailslot<String> in = reader("x");
        assertThat(in.drain()).isEmpty();
        List.of("a", "b", "c").forEach(open("x")::put);
        assertThat(in.drain()).containsExactly("a", "b", "c");
        assertThat(in.isEmpty()).isTrue();
    }

    @Test
    void drainingLosesNothingWhenAMessageDoesNotDecode() {
        Mailslot<String> in = reader("x");
        open("x").put("a");
        octetsTo("x").put(NOT_UTF8);
        open("x").put("b");
        assertThat(in.drain()).containsExactly("a");
        assertThatThrownBy(in::drain).isInstanceOf(SerializerException.class);
        assertThat(in.drain()).containsExactly("b");
    }

    @Test
    void aStreamTakesMessagesAsTheyCome() {
        Mailslot<String> in = reader("x");
        List.of("a", "b", "STOP", "c").forEach(open("x")::put);
        assertThat(in.stream().takeWhile(m -> !m.equals("STOP"))).containsExactly("a", "b");
        assertThat(in.getNow()).isEqualTo("c");
    }

    // As a queue

    @Test
    void theQueueViewOfAWriterIsRefused() {
        assertThatThrownBy(() -> slot("x").openWriter().asBlockingQueue()).isInstanceOf(MailslotUseException.class);
        assertThatThrownBy(() -> slot("x").openWriter().publisher()).isInstanceOf(MailslotUseException.class);
        assertThatThrownBy(() -> slot("x").openWriter().stream()).isInstanceOf(MailslotUseException.class);
    }

    @Test
    void makingAViewDecidesNothing() {
        Mailslot<String> slot = open("x");
        assertThat(List.of(
                        slot.asBlockingQueue().getClass(),
                        slot.publisher().getClass(),
                        slot.stream().getClass()))
                .hasSize(3);
        assertThat(slot.direction()).isEqualTo(Mailslot.Direction.UNDETERMINED);
        assertThat(slot.asBlockingQueue()).isEmpty();
        assertThat(slot.direction()).isEqualTo(Mailslot.Direction.READER);
    }

    @Test
    void nothingCanBeInsertedIntoTheQueueView() {
        BlockingQueue<String> queue = reader("x").asBlockingQueue();
        assertThatThrownBy(() -> queue.add("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> queue.offer("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> queue.offer("a", 1, TimeUnit.SECONDS))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> queue.put("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> queue.addAll(List.of())).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void theQueueViewWaitsAsAQueueDoes() throws Exception {
        BlockingQueue<String> queue = slot("x").timeout(Duration.ZERO).open().asBlockingQueue();
        assertThat(queue.poll()).isNull();
        assertThat(queue.poll(1, TimeUnit.MILLISECONDS)).isNull();
        CompletableFuture<String> taken = Waiting.in(queue::take);
        open("x").put("hello");
        assertThat(taken.get()).isEqualTo("hello");
    }

    @Test
    void theQueueViewTellsTheRoomThatIsLeft() {
        BlockingQueue<String> queue = slot("x").capacity(3).open().asBlockingQueue();
        assertThat(queue.remainingCapacity()).isEqualTo(3);
        open("x").put("a");
        assertThat(queue.remainingCapacity()).isEqualTo(2);
    }

    @Test
    void theQueueViewDrainsIntoOthersButNotItself() {
        BlockingQueue<String> queue = reader("x").asBlockingQueue();
        List.of("a", "b", "c").forEach(open("x")::put);
        List<String> target = new ArrayList<>();
        assertThat(queue.drainTo(target, 2)).isEqualTo(2);
        assertThat(queue.drainTo(target, 0)).isZero();
        assertThat(queue.drainTo(target)).isEqualTo(1);
        assertThat(target).containsExactly("a", "b", "c");
        assertThatThrownBy(() -> queue.drainTo(queue)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @SuppressWarnings("NullAway") // As every queue.
    void drainingToWhereNothingCanGoLosesNothing() {
        Mailslot<String> in = reader("x");
        BlockingQueue<String> queue = in.asBlockingQueue();
        assertThatThrownBy(() -> queue.drainTo(null)).isInstanceOf(NullPointerException.class);
        open("x").put("a");
        assertThatThrownBy(() -> queue.drainTo(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> queue.drainTo(in.asBlockingQueue())).isInstanceOf(IllegalArgumentException.class);
        assertThat(queue).containsExactly("a");
    }

    @Test
    void aStreamOfTheQueueViewIsOfWhatWaitedAndTakesNothing() {
        Mailslot<String> in = reader("x");
        List.of("a", "b").forEach(open("x")::put);
        Stream<String> waiting = in.asBlockingQueue().stream();
        open("x").put("c");
        assertThat(waiting.toArray()).containsExactly("a", "b");
        assertThat(in.size()).isEqualTo(3);
    }

    /** One that came between two looks would make it longer than it says. */
    @Test
    void aStreamOfTheQueueViewHoldsWhileMessagesComeAndGo() throws Exception {
        Mailslot<String> in = reader("x");
        Mailslot<String> out = open("x");
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> others = CompletableFuture.runAsync(() -> {
            while (!enough.get()) {
                out.put("a");
                in.drain();
            }
        });
        for (int i = 0; i < 50_000; i++) {
            assertThat(in.asBlockingQueue().stream().toArray().length).isLessThan(2);
        }
        enough.set(true);
        others.get();
    }

    @Test
    void whatDoesNotDecodeIsSeenOnlyByWhoTakesIt() {
        Mailslot<String> in = reader("x");
        octetsTo("x").put(NOT_UTF8);
        open("x").put("a");
        BlockingQueue<String> queue = in.asBlockingQueue();
        assertThat(queue.contains("a")).isTrue();
        assertThat(queue.remove("a")).isTrue();
        Iterator<String> all = queue.iterator();
        assertThatThrownBy(all::next).isInstanceOf(SerializerException.class);
        assertThat(queue).hasSize(1);
        all.remove();
        assertThat(queue).isEmpty();
        octetsTo("x").put(NOT_UTF8);
        assertThatThrownBy(queue::poll).isInstanceOf(SerializerException.class);
        octetsTo("x").put(NOT_UTF8);
        queue.clear();
        assertThat(queue).isEmpty();
    }

    /** Such as another that takes meanwhile, and of two messages that are the same the other. */
    @Test
    void whatIsTakenWhileSomeAreRemovedIsNotRemovedTwice() {
        Mailslot<String> in = reader("x");
        List.of("a", "b", "a", "c", "a").forEach(open("x")::put);
        BlockingQueue<String> queue = in.asBlockingQueue();
        List<String> taken = new ArrayList<>();
        assertThat(queue.removeIf(message -> {
                    if (taken.isEmpty()) {
                        taken.add(in.getNow());
                        open("x").put("a");
                    }
                    return message.equals("a");
                }))
                .isTrue();
        assertThat(queue).containsExactly("b", "c", "a");
        assertThat(in.counters().taken()).isEqualTo(3);
        assertThat(queue.retainAll(List.of("a", "b", "c"))).isFalse();
        assertThat(queue.retainAll(List.of("c"))).isTrue();
        assertThat(in.drain()).containsExactly("c");
    }

    @Test
    void aFilterThatFailsRemovesNothing() {
        Mailslot<String> in = reader("x");
        List.of("a", "b").forEach(open("x")::put);
        assertThatThrownBy(() -> in.asBlockingQueue().removeIf(message -> {
                    if (message.equals("b")) {
                        throw new ArithmeticException();
                    }
                    return true;
                }))
                .isInstanceOf(ArithmeticException.class);
        assertThat(in.drain()).containsExactly("a", "b");
    }

    @Test
    void theQueueViewOfAClosedMailslotSaysSo() {
        Mailslot<String> in = reader("x");
        BlockingQueue<String> queue = in.asBlockingQueue();
        CompletableFuture<String> taking = Waiting.in(queue::take);
        CompletableFuture<String> polling = Waiting.in(() -> queue.poll(1, TimeUnit.HOURS));
        in.close();
        for (CompletableFuture<String> waiting : List.of(taking, polling)) {
            assertThatThrownBy(waiting::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(MailslotClosedException.class);
        }
        assertThatThrownBy(queue::poll).isInstanceOf(MailslotClosedException.class);
        assertThatThrownBy(queue::size).isInstanceOf(MailslotClosedException.class);
        assertThatThrownBy(queue::iterator).isInstanceOf(MailslotClosedException.class);
    }

    // As a publisher

    /** Notes what it is told, and asks for as much as it is told to. */
    private static final class Notes implements Flow.Subscriber<Message<String>> {
        final BlockingQueue<String> signals = new ArrayBlockingQueue<>(100);
        final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription.complete(given);
        }

        @Override
        public void onNext(Message<String> message) {
            signals.add(message.payload());
        }

        @Override
        public void onError(Throwable trouble) {
            signals.add(trouble.getClass().getSimpleName());
        }

        @Override
        public void onComplete() {
            signals.add("complete");
        }
    }

    @Test
    void aSubscriberGetsWhatItAskedForUntilTheMailslotIsClosed() throws Exception {
        Mailslot<String> in = reader("x");
        Notes notes = new Notes();
        in.publisher().subscribe(notes);
        List.of("a", "b", "c").forEach(open("x")::put);
        notes.subscription.get().request(2);
        assertThat(notes.signals.take() + notes.signals.take()).isEqualTo("ab");
        assertThat(in.peek()).contains("c");
        in.close();
        assertThat(notes.signals.take()).isEqualTo("complete");
    }

    /** Whether or not it was ever used. */
    @Test
    void aMailslotThatIsClosedCompletesItsSubscriptions() {
        Mailslot<String> in = open("x");
        Flow.Publisher<Message<String>> publisher = in.publisher(Runnable::run);
        in.close();
        Notes notes = new Notes();
        publisher.subscribe(notes);
        assertThat(notes.signals).containsExactly("complete");
    }

    @Test
    void subscribersShareTheMessages() throws Exception {
        Mailslot<String> in = reader("x");
        Notes one = new Notes();
        Notes other = new Notes();
        Flow.Publisher<Message<String>> publisher = in.publisher(Runnable::run);
        publisher.subscribe(one);
        publisher.subscribe(other);
        one.subscription.get().request(1);
        other.subscription.get().request(1);
        open("x").put("a");
        open("x").put("b");
        assertThat(one.signals.take() + other.signals.take()).isEqualTo("ab");
    }

    @Test
    void aSubscriberLearnsThatSomebodyElseTookTheLastMessageOfAClosedMailslot() {
        Mailslot<String> in = slot("x").readableAfterClose(true).openReader();
        open("x").put("a");
        open("x").put("b");
        Notes one = new Notes();
        Notes other = new Notes();
        in.publisher(Runnable::run).subscribe(one);
        in.publisher(Runnable::run).subscribe(other);
        in.close();
        one.subscription.join().request(1);
        assertThat(one.signals).containsExactly("a");
        assertThat(other.signals).isEmpty();
        assertThat(in.drain()).containsExactly("b");
        assertThat(one.signals).containsExactly("a", "complete");
        assertThat(other.signals).containsExactly("complete");
    }

    @Test
    void aSubscriberThatCancelsAtOnceDecidesNothing() {
        Mailslot<String> slot = open("x");
        Notes notes = new Notes();
        CompletableFuture<Void> cancelled = notes.subscription.thenAccept(Flow.Subscription::cancel);
        slot.publisher(Runnable::run).subscribe(notes);
        assertThat(cancelled).isCompleted();
        assertThat(slot.direction()).isEqualTo(Mailslot.Direction.UNDETERMINED);
        assertThat(notes.signals).isEmpty();
    }

    @Test
    void cancellingLosesNothing() throws Exception {
        Mailslot<String> in = reader("x");
        Notes notes = new Notes();
        in.publisher(Runnable::run).subscribe(notes);
        notes.subscription.get().request(1);
        notes.subscription.get().cancel();
        open("x").put("a");
        assertThat(in.getNow()).isEqualTo("a");
        assertThat(notes.signals).isEmpty();
    }

    @Test
    void aMessageThatDoesNotDecodeEndsTheSubscriptionThatGetsIt() throws Exception {
        Mailslot<String> in = reader("x");
        octetsTo("x").put(NOT_UTF8);
        open("x").put("a");
        Notes notes = new Notes();
        in.publisher().subscribe(notes);
        notes.subscription.get().request(5);
        assertThat(notes.signals.take()).isEqualTo("SerializerException");
        assertThat(in.get()).isEqualTo("a");
    }

    @Test
    void aSubscriberThatThrowsGetsNothingMore() throws Exception {
        Mailslot<String> in = reader("x");
        Notes notes = new Notes();
        in.publisher(Runnable::run).subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription given) {
                given.request(10);
            }

            @Override
            public void onNext(Message<String> message) {
                notes.onNext(message);
                throw new IllegalStateException("told so");
            }

            @Override
            public void onError(Throwable trouble) {
                notes.onError(trouble);
            }

            @Override
            public void onComplete() {
                notes.onComplete();
            }
        });
        open("x").put("a");
        open("x").put("b");
        assertThat(in.getNow()).isEqualTo("b");
        assertThat(notes.signals).containsExactly("a");
    }

    @Test
    void anExecutorThatIsBusyDelaysWhatIsPublished() throws Exception {
        Mailslot<String> in = reader("x");
        boolean[] busy = {false};
        List<String> got = new ArrayList<>();
        in.publisher(work -> {
                    if (busy[0]) {
                        throw new RejectedExecutionException("busy");
                    }
                    work.run();
                })
                .subscribe(new Flow.Subscriber<Message<String>>() {
                    @Override
                    public void onSubscribe(Flow.Subscription subscription) {
                        subscription.request(Long.MAX_VALUE);
                    }

                    @Override
                    public void onNext(Message<String> message) {
                        got.add(message.payload());
                    }

                    @Override
                    public void onError(Throwable trouble) {
                        got.add(trouble.toString());
                    }

                    @Override
                    public void onComplete() {
                        got.add("end");
                    }
                });
        busy[0] = true;
        open("x").put("1");
        busy[0] = false;
        open("x").put("2");
        in.close();
        assertThat(got).containsExactly("1", "2", "end");
    }

    @Test
    void whoseExecutorHasEndedIsSubscribedNoLonger() throws Exception {
        Mailslot<String> in = reader("x");
        ExecutorService executor = Executors.newSingleThreadExecutor();
        CompletableFuture<Flow.Subscription> subscribed = new CompletableFuture<>();
        in.publisher(executor).subscribe(new Flow.Subscriber<Message<String>>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscribed.complete(subscription);
            }

            @Override
            public void onNext(Message<String> message) {
                throw new AssertionError(message);
            }

            @Override
            public void onError(Throwable trouble) {
                throw new AssertionError(trouble);
            }

            @Override
            public void onComplete() {
                throw new AssertionError("end");
            }
        });
        Flow.Subscription subscription = subscribed.join();
        executor.shutdown();
        assertThat(executor.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        subscription.request(1);
        open("x").put("for others");
        assertThat(in.getNow()).isEqualTo("for others");
    }
}
