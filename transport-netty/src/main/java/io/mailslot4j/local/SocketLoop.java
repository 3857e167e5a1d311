package io.mailslot4j.local;

import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread for all the Unix-domain sockets of a network, however many slots there are. It starts with the first of them
 * and ends with {@link #close()}. Thread-safe.
 */
public final class SocketLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.local");
    /** Connections from other processes that are served at once. */
    static final int MOST_CONNECTIONS = 1024;

    /** How long another process may be silent in the middle of what it says. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(5);

    /** Where connections come in, and what becomes of them. */
    private record Door(Supplier<Role> roles) {}

    private static final class LoopThread extends Thread {
        LoopThread(Runnable work) {
            super(work, "mailslot4j-local");
        }
    }

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Set<Connection> connections = new HashSet<>();
    private long lookedForSilent = System.nanoTime();
    private final Duration patience;
    private final Object lock = new Object();
    private @Nullable Selector selector;
    private @Nullable Thread thread;
    private boolean closed;

    /** Starts nothing yet. */
    public SocketLoop() {
        this(PATIENCE);
    }

    SocketLoop(Duration patience) {
        this.patience = patience;
    }

    /** Does what may wait for such a thread: at once, or in another for who is called by one, which would wait for itself. */
    public static void outside(Runnable work) {
        if (Thread.currentThread() instanceof LoopThread) {
            Thread thread = new Thread(work, "mailslot4j-outside");
            thread.setDaemon(true);
            thread.start();
        } else {
            work.run();
        }
    }

    private Selector started() throws IOException {
        synchronized (lock) {
            Selector running = selector;
            if (running == null) {
                if (closed) {
                    throw new ClosedSelectorException();
                }
                running = Selector.open();
                thread = startedThread(running);
                selector = running;
            }
            return running;
        }
    }

    /** A thread that cannot be had is nobody's whose tasks others wait for. */
    private Thread startedThread(Selector selecting) throws IOException {
        Thread serving = new LoopThread(() -> run(selecting));
        serving.setDaemon(true);
        try {
            serving.start();
            return serving;
        } catch (OutOfMemoryError e) {
            selecting.close();
            throw e;
        }
    }

    /** Accepts connections, each with a role of its own, until the server is closed. */
    void serve(ServerSocketChannel server, Supplier<Role> roles) throws IOException {
        server.configureBlocking(false);
        Selector selecting = started();
        execute(() -> {
            try {
                server.register(selecting, SelectionKey.OP_ACCEPT, new Door(roles));
            } catch (IOException closedMeanwhile) {
                LOG.debug("not served", closedMeanwhile);
            }
        });
    }

    /** Takes over a connection that we made. */
    void attach(SocketChannel channel, Role role) throws IOException {
        channel.configureBlocking(false);
        Selector selecting = started();
        execute(() -> connected(selecting, channel, role));
    }

    /** Has the thread do something, if there is one. */
    void execute(Runnable task) {
        tasks.add(task);
        Selector running;
        synchronized (lock) {
            running = selector;
        }
        if (running != null) {
            running.wakeup();
        }
    }

    /** As {@link #execute}, and waits until it is done, or fails as it does. */
    void executeAndWait(Runnable task) {
        CompletableFuture<Void> done;
        synchronized (lock) {
            if (selector == null || closed || Thread.currentThread().equals(thread)) {
                task.run();
                return;
            }
            // Inside the lock: the thread ends when it is closed and there is nothing left to do.
            done = CompletableFuture.runAsync(task, tasks::add);
            selector.wakeup();
        }
        done.join();
    }

    private void run(Selector selecting) {
        do {
            attempt(() -> selecting.select(this::ready, connections.isEmpty() ? 0 : patience.toMillis()));
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                attempt(task::run);
            }
            attempt(this::closeSilent);
        } while (!isOver());
        attempt(() -> closeConnections(role -> true));
        attempt(selecting::close);
    }

    private boolean isOver() {
        synchronized (lock) {
            return closed && tasks.isEmpty();
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    /** Whatever fails must not keep the rest from being done: whoever waits for that would wait for ever. */
    private static void attempt(Step step) {
        try {
            step.run();
        } catch (Throwable e) {
            LOG.error("serving other processes goes on after", e);
        }
    }

    /** Who has stopped in the middle of a message keeps the room for it from others. */
    private void closeSilent() {
        long now = System.nanoTime();
        if (now - lookedForSilent >= patience.toNanos()) {
            lookedForSilent = now;
            Set.copyOf(connections).stream()
                    .filter(connection -> !connection.role().maySleep())
                    .filter(connection -> connection.isSilentSince(now - patience.toNanos()))
                    .forEach(Connection::close);
        }
    }

    private void ready(SelectionKey key) {
        if (key.attachment() instanceof Connection connection) {
            connection.ready();
        } else if (key.attachment() instanceof Door door && key.channel() instanceof ServerSocketChannel server) {
            accept(server, key.selector(), door);
        }
    }

    private void accept(ServerSocketChannel server, Selector selecting, Door door) {
        try {
            for (SocketChannel channel = server.accept(); channel != null; channel = server.accept()) {
                channel.configureBlocking(false);
                if (connections.size() < MOST_CONNECTIONS) {
                    connected(selecting, channel, door.roles().get());
                } else {
                    turnAway(channel);
                }
            }
        } catch (IOException e) {
            LOG.debug("a connection ends before it begins", e);
            // When files run out, it waits on, and must not keep us busy.
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static void turnAway(SocketChannel channel) throws IOException {
        LOG.warn("more than {} processes write here at once: one more is turned away", MOST_CONNECTIONS);
        try (channel) {
            channel.write(Frames.busy());
        }
    }

    private void connected(Selector selecting, SocketChannel channel, Role role) {
        try {
            SelectionKey key = channel.register(selecting, SelectionKey.OP_READ);
            Connection connection = new Connection(this, channel, role, key);
            key.attach(connection);
            connections.add(connection);
            connection.open();
        } catch (IOException e) {
            LOG.debug("a connection ends before it begins", e);
        }
    }

    void forget(Connection connection) {
        connections.remove(connection);
    }

    /** Ends the connections with roles of one kind. On the thread of the loop. */
    void closeConnections(Predicate<Role> which) {
        Set.copyOf(connections).stream()
                .filter(connection -> which.test(connection.role()))
                .forEach(Connection::close);
    }

    /** Ends all connections, and the thread. Servers are closed by those who opened them. */
    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
        }
        executeAndWait(() -> closeConnections(role -> true));
        synchronized (lock) {
            closed = true;
            if (selector != null) {
                selector.wakeup();
            }
        }
    }
}
