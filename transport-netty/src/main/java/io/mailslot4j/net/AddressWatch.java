package io.mailslot4j.net;

import io.mailslot4j.NetworkException;
import io.mailslot4j.host.InterfaceWatch;
import io.mailslot4j.host.Interfaces;
import io.mailslot4j.host.LocalInterface;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices when the interfaces that a user chose have other addresses than before. Thread-safe. */
final class AddressWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.network");
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final Interfaces interfaces;
    private final Runnable changed;
    private @Nullable ScheduledThreadPoolExecutor thread;
    private boolean closed;

    /** @param changed is told, on a thread of the watch, that there is something else now */
    AddressWatch(Interfaces interfaces, Runnable changed) {
        this.interfaces = interfaces;
        this.changed = changed;
    }

    /** Looks from now on, unless it does already or nothing was chosen. */
    synchronized void start() {
        if (closed || thread != null || !interfaces.areChosen()) {
            return;
        }
        ScheduledThreadPoolExecutor looking = new ScheduledThreadPoolExecutor(1, action -> {
            Thread watching = new Thread(action, "mailslot4j-addresses");
            watching.setDaemon(true);
            return watching;
        });
        looking.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread = looking;
        List<LocalInterface> first = first();
        looking.execute(() -> new InterfaceWatch(
                interfaces::present, first, (delay, action) -> later(looking, delay, action), EVERY, this::tell));
    }

    /** Where the system does not tell, whatever it tells later is news. */
    private List<LocalInterface> first() {
        try {
            return interfaces.present();
        } catch (NetworkException e) {
            return List.of();
        }
    }

    private void tell(List<LocalInterface> now) {
        LOG.info(
                "the interfaces to listen on have other addresses: {}",
                now.stream().map(i -> i.name() + " " + i.address()).toList());
        try {
            changed.run();
        } catch (RuntimeException e) {
            LOG.warn("not listening there: {}", e.toString());
        }
    }

    private static Runnable later(ScheduledThreadPoolExecutor looking, Duration delay, Runnable action) {
        try {
            ScheduledFuture<?> next = looking.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> next.cancel(false);
        } catch (RejectedExecutionException closedMeanwhile) {
            return () -> {};
        }
    }

    /** Looks no longer. */
    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.shutdown();
        }
    }
}
