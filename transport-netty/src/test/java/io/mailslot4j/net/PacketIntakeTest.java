package io.mailslot4j.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.delivery.DuplicateWindow;
import io.mailslot4j.delivery.Intake;
import io.mailslot4j.delivery.OwnNames;
import io.mailslot4j.delivery.Router;
import io.mailslot4j.delivery.TrafficCounters;
import io.mailslot4j.protocol.name.NameScope;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PacketIntakeTest {
    private static final InetSocketAddress FROM = new InetSocketAddress("10.0.0.9", 138);

    private final TrafficCounters counters = new TrafficCounters();
    private final PacketIntake intake = new PacketIntake(
            new Intake(
                    new OwnNames(List.of(), NameScope.EMPTY, true),
                    new DuplicateWindow(Duration.ZERO, DuplicateWindow.DEFAULT_CAPACITY),
                    new Router(),
                    counters,
                    InstantSource.system(),
                    () -> 0),
            counters);

    private void receive() {
        intake.received(ByteBuffer.allocate(1), FROM, Optional.empty());
    }

    /** A port changes hands while packets of the process that had it are still on their way. */
    @Test
    void batchesOfTwoThreadsDoNotMix() throws InterruptedException {
        Thread other = new Thread(() -> {
            receive();
            receive();
            intake.endOfBatch();
        });
        receive();
        other.start();
        while (other.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        receive();
        assertThat(counters.snapshot().received()).isEqualTo(2);
        intake.endOfBatch();
        other.join();
        assertThat(counters.snapshot().received()).isEqualTo(4);
    }

    @Test
    void aBatchWithoutPacketsEndsToo() throws InterruptedException {
        intake.endOfBatch();
        Thread other = new Thread(() -> {
            receive();
            intake.endOfBatch();
        });
        other.start();
        other.join();
        assertThat(counters.snapshot().received()).isEqualTo(1);
    }
}
