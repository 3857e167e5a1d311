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
import java.util.concurrent.TimeUnit;

/** Waits for a socket to appear. What appears before the first wait counts. */
public final class HolderWatch implements AutoCloseable {
    private final Path socket;
    private final WatchService watch;

    private HolderWatch(Path socket, WatchService watch) {
        this.socket = socket;
        this.watch = watch;
    }

    static HolderWatch of(Path folder, Path socket) throws IOException {
        WatchService watch = folder.getFileSystem().newWatchService();
        try {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            return new HolderWatch(socket, watch);
        } catch (IOException | RuntimeException e) {
            watch.close();
            throw e;
        }
    }

    /**
     * Returns when it may have appeared, or after {@code longest}; false when there is no use in waiting longer.
     */
    public boolean await(Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        try {
            while (true) {
                WatchKey key = watch.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (key == null) {
                    return true;
                }
                List<WatchEvent<?>> events = key.pollEvents();
                boolean valid = key.reset();
                if (!valid || events.stream().anyMatch(this::isAboutSocket)) {
                    return valid;
                }
            }
        } catch (ClosedWatchServiceException closed) {
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
        watch.close();
    }
}
