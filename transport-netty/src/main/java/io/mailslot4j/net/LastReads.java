package io.mailslot4j.net;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Reads what has come to the sockets of a loop before they are closed: their own buffers go with them. */
final class LastReads {
    /** What a full buffer needs, several times; of those who never stop sending, the rest is lost as without us. */
    private static final int MOST_LOOKS = 64;

    private final EventLoop loop;
    /** How often there was something. Of the thread of the loop. */
    private long reads;

    LastReads(EventLoop loop) {
        this.loop = loop;
    }

    /** A socket was read. To be called in the thread of the loop. */
    void read() {
        reads++;
    }

    /** Waits until the sockets are empty. Not to be called in the thread of the loop. */
    void await() {
        try {
            long before = lookOnce();
            long now = lookOnce();
            for (int looks = 2; now != before && looks < MOST_LOOKS; looks++) {
                before = now;
                now = lookOnce();
            }
        } catch (RejectedExecutionException ended) {
            // So has the loop, and nobody reads any more.
        }
    }

    /** Gives {@link #reads} after the loop has asked all sockets at least once. */
    private long lookOnce() {
        Promise<Long> looked = loop.newPromise();
        loop.execute(() -> inNextRound(() -> looked.setSuccess(reads)));
        return looked.awaitUninterruptibly().getNow();
    }

    /** What a task of the loop schedules is done in its next round, and each begins with the sockets. */
    @SuppressWarnings("FutureReturnValueIgnored") // It is the action that tells that it was done.
    private void inNextRound(Runnable action) {
        loop.schedule(action, 0, TimeUnit.NANOSECONDS);
    }
}
