package io.mailslot4j.host;

import io.mailslot4j.NetworkException;
import io.mailslot4j.NetworkException.Reason;
import io.netty.channel.ChannelException;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.util.concurrent.TimeUnit;

/** Event loops of Netty's that serve sockets of the JDK, one thread for each, which never keeps a program alive. */
public final class EventLoops {
    private static final int LONGEST_END_SECONDS = 5;

    private static final class LoopThread extends FastThreadLocalThread {
        LoopThread(ThreadGroup group, Runnable work, String name) {
            super(group, work, name);
        }
    }

    private EventLoops() {}

    /**
     * One more loop.
     *
     * @param name of its thread
     * @throws NetworkException if the system has no more of what that takes
     */
    public static MultiThreadIoEventLoopGroup open(String name) {
        DefaultThreadFactory threads = new DefaultThreadFactory(name, true) {
            @Override
            protected Thread newThread(Runnable work, String threadName) {
                return new LoopThread(threadGroup, work, threadName);
            }
        };
        try {
            return new MultiThreadIoEventLoopGroup(1, threads, NioIoHandler.newFactory());
        } catch (IllegalStateException | ChannelException e) {
            throw new NetworkException(Reason.INPUT_OUTPUT, "cannot serve sockets: " + reasonOf(e), e);
        }
    }

    private static String reasonOf(Throwable trouble) {
        Throwable cause = trouble.getCause();
        return cause == null ? String.valueOf(trouble.getMessage()) : reasonOf(cause);
    }

    /** Ends a loop, and waits for that. Not to be called in its thread. */
    public static void close(MultiThreadIoEventLoopGroup loop) {
        loop.shutdownGracefully(0, LONGEST_END_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    /** Does what may wait for a loop: at once, or in a thread of its own for who is called by a loop, which would wait for itself. */
    public static void outside(Runnable work) {
        if (Thread.currentThread() instanceof LoopThread) {
            Thread thread = new Thread(work, "mailslot4j-outside");
            thread.setDaemon(true);
            thread.start();
        } else {
            work.run();
        }
    }
}
