package io.mailslot4j.net;

import io.mailslot4j.local.PacketReceiver;
import io.mailslot4j.local.RuntimeFolder;
import io.mailslot4j.local.SharedPort;
import io.mailslot4j.local.SocketLoop;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RetryingTest {
    private static final PacketReceiver NOBODY = new PacketReceiver() {
        @Override
        public void received(ByteBuffer packet, InetSocketAddress from, Optional<String> networkInterface) {}

        @Override
        public void endOfBatch() {}

        @Override
        public void missed(int packets) {}
    };

    @TempDir
    private Path folder;

    private void triesAgainAndAgain(Path meeting, BooleanSupplier attempt) throws InterruptedException {
        CountDownLatch tries = new CountDownLatch(3);
        SharedPort.Opener never = receiver -> {
            throw new AssertionError("opened");
        };
        try (SocketLoop loop = new SocketLoop();
                SharedPort port = new SharedPort(loop, RuntimeFolder.at(meeting), "key", never, NOBODY, () -> {});
                Retrying retrying = new Retrying(
                        () -> {
                            tries.countDown();
                            return attempt.getAsBoolean();
                        },
                        () -> false,
                        port::watch,
                        Duration.ofMillis(5))) {
            retrying.start();
            tries.await();
        }
    }

    @Test
    void anAttemptThatFailsIsNotTheLast() throws InterruptedException {
        triesAgainAndAgain(folder, () -> {
            throw new IllegalStateException("broken");
        });
    }

    /** Such as that there are no more threads. */
    @Test
    void anErrorIsNotTheEndEither() throws InterruptedException {
        triesAgainAndAgain(folder, () -> {
            throw new OutOfMemoryError("unable to create native thread");
        });
    }

    /** Such as one among temporary files, which somebody cleans up; or the system has no more of what watches folders. */
    @Test
    void aFolderThatCannotBeWatchedIsNoReasonToStop() throws InterruptedException {
        triesAgainAndAgain(folder.resolve("gone"), () -> false);
    }
}
