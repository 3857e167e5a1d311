package io.mailslot4j.net;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.TimeUnit;

/** Reads what has come to the sockets of a loop before they are closed: their own buffers go with them. */
@Sharable
final class LastReads extends ChannelInboundHandlerAdapter {
    /** What a full buffer needs, several times; of those who never stop sending, the rest is lost as without us. */
    private static final int MOST_LOOKS = 64;

    /** How often there was something. Of the thread of the loop. */
    private long reads;

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        reads++;
        ctx.fireChannelReadComplete();
    }

    /** Waits until the sockets are empty. Not to be called in the thread of the loop. */
    void await(EventLoop loop) {
        long before = lookOnce(loop);
        long now = lookOnce(loop);
        for (int looks = 2; now != before && looks < MOST_LOOKS; looks++) {
            before = now;
            now = lookOnce(loop);
        }
    }

    /** Gives {@link #reads} after the loop has asked all sockets at least once. */
    private long lookOnce(EventLoop loop) {
        Promise<Long> looked = loop.newPromise();
        loop.execute(() -> inNextRound(loop, () -> looked.setSuccess(reads)));
        return looked.awaitUninterruptibly().getNow();
    }

    /** What a task of the loop schedules is done in its next round, and each begins with the sockets. */
    @SuppressWarnings("FutureReturnValueIgnored") // It is the action that tells that it was done.
    private static void inNextRound(EventLoop loop, Runnable action) {
        loop.schedule(action, 0, TimeUnit.NANOSECONDS);
    }
}
