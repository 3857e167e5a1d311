package io.mailslot4j.interop.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotEmptyException;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.MailslotSelector;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Waiting is one wait, not many looks: the JVM counts how often a thread waited. */
class NoPollingTest {
    private static final Duration TIMEOUT = Duration.ofMillis(100);
    /** One, and room for wake-ups that the JVM may invent. Looking each millisecond would be a hundred. */
    private static final int FEW = 5;

    private final MailslotNetwork network = MailslotNetwork.builder()
            .computerName("PC")
            .withoutNetwork()
            .withoutOtherProcesses()
            .build();
    private final Mailslot<String> slot = Mailslot.builder("x").network(network).openReader();

    @AfterEach
    void close() {
        network.close();
    }

    private static long waits() {
        return ManagementFactory.getThreadMXBean()
                .getThreadInfo(Thread.currentThread().getId())
                .getWaitedCount();
    }

    @Test
    void getWaitsOnce() {
        long before = waits();
        assertThatThrownBy(() -> slot.get(TIMEOUT)).isInstanceOf(MailslotEmptyException.class);
        assertThat(waits() - before).isBetween(1L, (long) FEW);
    }

    @Test
    void selectWaitsOnce() throws InterruptedException {
        try (MailslotSelector<Mailslot<String>> selector = new MailslotSelector<>()) {
            selector.add(slot);
            long before = waits();
            assertThat(selector.select(TIMEOUT)).isEmpty();
            assertThat(waits() - before).isBetween(1L, (long) FEW);
        }
    }
}
