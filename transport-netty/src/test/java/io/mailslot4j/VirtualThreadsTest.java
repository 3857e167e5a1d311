package io.mailslot4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * Virtual threads that wait for messages hold no thread of the system: far more of them wait than there are carriers, and
 * the one that puts, another virtual thread, still gets to run. On JDK 17 this is reported as skipped, because there are no
 * virtual threads; the build runs on a later JDK too.
 */
@Timeout(60)
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "NOT RUN: this JDK has no virtual threads, 21 and later have")
class VirtualThreadsTest extends InOneProcess {
    private static final int MANY = 500;

    @Test
    void readersThatWaitHoldNoCarrier() throws Exception {
        AtomicInteger got = new AtomicInteger();
        CountDownLatch started = new CountDownLatch(MANY);
        List<CompletableFuture<Void>> readers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Mailslot<String> in = reader("s" + i);
            readers.add(virtually(() -> {
                started.countDown();
                assertThat(in.get()).isEqualTo("m");
                got.incrementAndGet();
            }));
        }
        virtually(() -> {
                    started.await();
                    for (int i = 0; i < MANY; i++) {
                        slot("s" + i).openWriter().put("m");
                    }
                })
                .get();
        for (CompletableFuture<Void> reader : readers) {
            reader.get();
        }
        assertThat(got).hasValue(MANY);
    }

    @Test
    void selectorsThatWaitHoldNoCarrier() throws Exception {
        CountDownLatch started = new CountDownLatch(MANY);
        List<CompletableFuture<Void>> selecting = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            MailslotSelector<Mailslot<String>> selector = new MailslotSelector<>();
            Mailslot<String> in = reader("s" + i);
            selector.add(in);
            selecting.add(virtually(() -> {
                started.countDown();
                assertThat(selector.select()).containsExactly(in);
            }));
        }
        virtually(() -> {
                    started.await();
                    for (int i = 0; i < MANY; i++) {
                        slot("s" + i).openWriter().put("m");
                    }
                })
                .get();
        for (CompletableFuture<Void> each : selecting) {
            each.get();
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    /** By reflection, because this is compiled for 17. */
    private static CompletableFuture<Void> virtually(Work work) throws ReflectiveOperationException {
        CompletableFuture<Void> result = new CompletableFuture<>();
        Runnable task = () -> {
            try {
                work.run();
                result.complete(null);
            } catch (Exception | AssertionError e) {
                result.completeExceptionally(e);
            }
        };
        Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
        return result;
    }
}
