package io.mailslot4j.host;

import io.mailslot4j.NetworkException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that this host is elsewhere: that an interface came up or went, or has another address. Java is not told, so it
 * looks, every few seconds. Belongs to one thread.
 */
public final class InterfaceWatch {
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.network");

    /** Runs what is to be done on the watch's thread. */
    public interface Later {
        /**
         * Runs {@code action} once, {@code delay} from now.
         *
         * @return forgets the action, if it has not run
         */
        Runnable after(Duration delay, Runnable action);
    }

    private final Supplier<List<LocalInterface>> interfaces;
    private final Later later;
    private final Duration every;
    private final Consumer<List<LocalInterface>> changed;
    private List<LocalInterface> last;
    private Runnable next;
    private boolean stopped;

    /**
     * Starts to look.
     *
     * @param interfaces what there is now, or a {@link NetworkException} if the system does not tell
     * @param first what there was when somebody looked last
     * @param changed is told what there is, when that differs from before
     */
    public InterfaceWatch(
            Supplier<List<LocalInterface>> interfaces,
            List<LocalInterface> first,
            Later later,
            Duration every,
            Consumer<List<LocalInterface>> changed) {
        this.interfaces = interfaces;
        this.last = first;
        this.later = later;
        this.every = every;
        this.changed = changed;
        this.next = later.after(every, this::look);
    }

    private void look() {
        List<LocalInterface> now = present();
        if (!now.equals(last)) {
            last = now;
            changed.accept(now);
        }
        if (!stopped) {
            next = later.after(every, this::look);
        }
    }

    /** Where the system does not tell, nothing has changed: who believed otherwise would give up sockets and names. */
    private List<LocalInterface> present() {
        try {
            return interfaces.get();
        } catch (NetworkException e) {
            LOG.debug("no look at the interfaces: {}", e.getMessage());
            return last;
        }
    }

    /** Looks no longer. */
    public void stop() {
        stopped = true;
        next.run();
    }
}
