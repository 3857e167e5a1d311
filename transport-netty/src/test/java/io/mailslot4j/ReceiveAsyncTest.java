package io.mailslot4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages to come, as futures. */
@Timeout(60)
class ReceiveAsyncTest extends InOneProcess {

    @Test
    void aMessageThatWaitsIsThere() throws Exception {
        Mailslot<String> in = reader("x");
        open("x").put("hello");
        assertThat(in.receiveAsync().get().payload()).isEqualTo("hello");
    }

    @Test
    void futuresAreServedInTheirOrder() throws Exception {
        Mailslot<String> in = reader("x");
        CompletableFuture<Message<String>> first = in.receiveAsync();
        CompletableFuture<Message<String>> second = in.receiveAsync();
        assertThat(first).isNotDone();
        open("x").put("1");
        open("x").put("2");
        assertThat(first.get().payload() + second.get().payload()).isEqualTo("12");
    }

    /** Whether the message is taken before, after or while the future looks for it. */
    @Test
    void aFutureEndsWhenSomebodyElseTakesTheLastMessageOfAClosedMailslot() {
        for (int i = 0; i < 3000; i++) {
            Mailslot<String> in = slot("x" + i).readableAfterClose(true).openReader();
            open("x" + i).put("a");
            in.close();
            CompletableFuture<List<String>> others = new CompletableFuture<>();
            new Thread(() -> others.complete(in.stream().toList())).start();
            CompletableFuture<Message<String>> future = in.receiveAsync();
            assertThat(future.handle((message, closed) -> message == null ? 0 : 1)
                            .thenCombine(others, (own, rest) -> own + rest.size()))
                    .succeedsWithin(Duration.ofSeconds(30))
                    .isEqualTo(1);
        }
    }

    @Test
    void aFutureThatIsForcedToEndTakesNoMessage() throws Exception {
        Mailslot<String> in = reader("x");
        CompletableFuture<Message<String>> failed = in.receiveAsync();
        CompletableFuture<Message<String>> forced = in.receiveAsync();
        failed.completeAsync(
                () -> {
                    throw new AssertionError("told so");
                },
                Runnable::run);
        assertThat(failed).isCompletedExceptionally();
        forced.obtrudeException(new IllegalStateException("told so"));
        open("x").put("a");
        assertThat(in.receiveAsync().get().payload()).isEqualTo("a");
        assertThat(forced).isCompletedExceptionally();
    }

    @Test
    void aCancelledFutureTakesNoMessage() throws Exception {
        Mailslot<String> in = reader("x");
        CompletableFuture<Message<String>> cancelled = in.receiveAsync();
        CompletableFuture<Message<String>> timedOut = in.receiveAsync().orTimeout(1, TimeUnit.MILLISECONDS);
        CompletableFuture<Message<String>> replaced = in.receiveAsync();
        CompletableFuture<Message<String>> next = in.receiveAsync();
        assertThat(cancelled.cancel(true)).isTrue();
        assertThat(cancelled.cancel(true)).isTrue();
        assertThatThrownBy(timedOut::join).isInstanceOf(CompletionException.class);
        open("other");
        Message<String> other = someMessage();
        assertThat(replaced.completeAsync(() -> other).get()).isEqualTo(other);
        open("x").put("hello");
        assertThat(next.get().payload()).isEqualTo("hello");
        assertThat(next.cancel(true)).isFalse();
        assertThat(next.complete(other)).isFalse();
    }

    private Message<String> someMessage() {
        Mailslot<String> in = reader("some");
        open("some").put("other");
        return in.receiveNow();
    }

    @Test
    void closingEndsThem() {
        Mailslot<String> in = reader("x");
        CompletableFuture<Message<String>> waiting = in.receiveAsync();
        in.close();
        assertThatThrownBy(waiting::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(MailslotClosedException.class);
        assertThatThrownBy(in.receiveAsync()::get).hasCauseInstanceOf(MailslotClosedException.class);
    }

    @Test
    void aMessageThatDoesNotDecodeEndsOneFuture() throws Exception {
        Mailslot<String> in = reader("x");
        CompletableFuture<Message<String>> first = in.receiveAsync();
        CompletableFuture<Message<String>> second = in.receiveAsync();
        octetsTo("x").put(new byte[] {-1});
        octetsTo("x").put(new byte[] {'o', 'k'});
        assertThatThrownBy(first::get).hasCauseInstanceOf(SerializerException.class);
        assertThat(second.get().payload()).isEqualTo("ok");
    }

    /** Whatever cancel does, each message is either in a future that completed or still waits. */
    @Test
    void cancellingInARaceLosesNothing() throws Exception {
        int messages = 5000;
        Mailslot<String> in = reader("x");
        Mailslot<String> out = slot("x").openWriter();
        List<CompletableFuture<Message<String>>> futures = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            CompletableFuture<Message<String>> future = in.receiveAsync();
            futures.add(future);
            out.put(Integer.toString(i));
            for (int spin = ThreadLocalRandom.current().nextInt(200); spin > 0; spin--) {
                Thread.onSpinWait();
            }
            future.cancel(true);
        }
        Set<String> got = new HashSet<>();
        for (CompletableFuture<Message<String>> future : futures) {
            if (!future.isCancelled()) {
                assertThat(got.add(future.get().payload())).isTrue();
            }
        }
        Set<String> left = in.drain().stream().collect(Collectors.toSet());
        assertThat(got).doesNotContainAnyElementsOf(left);
        assertThat(got.size() + left.size()).isEqualTo(messages);
    }

    /** Such as a recursion without end, over a message that somebody made for that. */
    @Test
    void anErrorOfTheSerializerEndsOneFuture() throws Exception {
        Serializer<String> recursive = Serializer.of(Utf8::encode, octets -> {
            if (octets.size() == 0) {
                throw new StackOverflowError("a message without end");
            }
            return Utf8.decode(octets);
        });
        Mailslot<String> in = slot("x").serializer(recursive).openReader();
        CompletableFuture<Message<String>> first = in.receiveAsync();
        CompletableFuture<Message<String>> second = in.receiveAsync();
        open("x").put("");
        open("x").put("ok");
        assertThatThrownBy(first::get)
                .hasCauseInstanceOf(SerializerException.class)
                .hasRootCauseInstanceOf(StackOverflowError.class);
        assertThat(second.get().payload()).isEqualTo("ok");
    }
}
