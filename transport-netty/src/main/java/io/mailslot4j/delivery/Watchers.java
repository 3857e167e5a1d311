package io.mailslot4j.delivery;

import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to be told. Thread-safe. */
final class Watchers {
    private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);

    private final CopyOnWriteArrayList<Runnable> all = new CopyOnWriteArrayList<>();

    void add(Runnable watcher) {
        all.add(watcher);
    }

    void remove(Runnable watcher) {
        all.remove(watcher);
    }

    void call() {
        for (Runnable watcher : all) {
            try {
                watcher.run();
            } catch (Throwable e) {
                // The thread that brings messages must go on, and the others be told.
                LOG.error("who watches a mailslot must not throw", e);
            }
        }
    }
}
