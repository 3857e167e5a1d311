package io.mailslot4j.nameservice;

import io.mailslot4j.host.LocalInterface;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Notices that this host is elsewhere: that an interface came up or went, or has another address. Java is not told, so it
 * looks, every few seconds. Belongs to the name service's thread.
 */
final class InterfaceWatch {
    private final Supplier<List<LocalInterface>> interfaces;
    private final Timers timers;
    private final Duration every;
    private final Consumer<List<LocalInterface>> changed;
    private List<LocalInterface> last;
    private Timers.Timer next;
    private boolean stopped;

    /**
     * Starts to look.
     *
     * @param interfaces what there is now
     * @param first what there was when somebody looked last
     * @param changed is told what there is, when that differs from before
     */
    InterfaceWatch(
            Supplier<List<LocalInterface>> interfaces,
            List<LocalInterface> first,
            Timers timers,
            Duration every,
            Consumer<List<LocalInterface>> changed) {
        this.interfaces = interfaces;
        this.last = first;
        this.timers = timers;
        this.every = every;
        this.changed = changed;
        this.next = timers.after(every, this::look);
    }

    private void look() {
        List<LocalInterface> now = interfaces.get();
        if (!now.equals(last)) {
            last = now;
            changed.accept(now);
        }
        if (!stopped) {
            next = timers.after(every, this::look);
        }
    }

    /** Looks no longer. */
    void stop() {
        stopped = true;
        next.cancel();
    }
}
