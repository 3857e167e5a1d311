package io.mailslot4j.local;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a socket to appear. What appears before the first wait counts. Where the system cannot watch the folder, because
 * it has no more of what that takes or there is no such folder now, nothing is noticed.
 */
public final class HolderWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.local");

    private final Path socket;
    private final Optional<WatchService> watch;
    private final CountDownLatch closed = new CountDownLatch(1);

    private HolderWatch(Path socket, Optional<WatchService> watch) {
        this.socket = socket;
        this.watch = watch;
    }

    static HolderWatch of(Path folder, Path socket) {
        try {
            return new HolderWatch(socket, Optional.of(watching(folder)));
        } catch (IOException e) {
            LOG.warn("cannot watch {}, and look there now and then: {}", folder, e.toString());
            return ofNothing();
        }
    }

    /** Where no socket will appear: only time passes. */
    public static HolderWatch ofNothing() {
        return new HolderWatch(Path.of(""), Optional.empty());
    }

    private static WatchService watching(Path folder) throws IOException {
        WatchService watch = folder.getFileSystem().newWatchService();
        try {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            return watch;
        } catch (IOException | RuntimeException e) {
            watch.close();
            throw e;
        }
    }

    /**
     * Returns when it may have appeared, or after {@code longest}; false when there is no use in waiting longer.
     */
    public boolean await(Duration longest) throws InterruptedException {
        return watch.isPresent() ? await(watch.get(), longest) : !closed.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    private boolean await(WatchService watching, Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        try {
            while (true) {
                WatchKey key = watching.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (key == null) {
                    return true;
                }
                List<WatchEvent<?>> events = key.pollEvents();
                boolean valid = key.reset();
                if (!valid || events.stream().anyMatch(this::isAboutSocket)) {
                    return valid;
                }
            }
        } catch (ClosedWatchServiceException ended) {
            return false;
        }
    }

    private boolean isAboutSocket(WatchEvent<?> event) {
        return event.kind().equals(StandardWatchEventKinds.OVERFLOW)
                || socket.getFileName().equals(event.context());
    }

    /** Ends the waiting. */
    @Override
    public void close() throws IOException {
        closed.countDown();
        if (watch.isPresent()) {
            watch.get().close();
        }
    }
}
