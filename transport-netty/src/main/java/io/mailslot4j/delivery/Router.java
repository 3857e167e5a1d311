package io.mailslot4j.delivery;

import io.mailslot4j.MailslotInUseException;
import io.mailslot4j.protocol.mailslot.MailslotName;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which queue the messages of a slot go to. Slot names do not differ in case. Thread-safe. */
public final class Router {
    private final ConcurrentHashMap<SlotKey, SlotRoute> readers = new ConcurrentHashMap<>();

    /**
     * Makes {@code queue} the reader of a slot.
     *
     * @throws MailslotInUseException if it has one
     */
    public void register(MailslotName name, SlotQueue queue) {
        SlotRoute route = new SlotRoute(name.slot(), queue);
        if (readers.putIfAbsent(SlotKey.of(name.slot()), route) != null) {
            throw new MailslotInUseException(name.toString());
        }
    }

    /** Ends what {@link #register} began, if it still holds. */
    public void unregister(MailslotName name, SlotQueue queue) {
        readers.computeIfPresent(
                SlotKey.of(name.slot()), (key, route) -> route.queue().equals(queue) ? null : route);
    }

    /** The reader of {@code slot}, such as {@code \MAILSLOT\LISTENER}. */
    public Optional<SlotQueue> find(String slot) {
        return Optional.ofNullable(find(SlotKey.of(slot))).map(SlotRoute::queue);
    }

    /** Where the messages of a slot go, if there is a reader. */
    @Nullable
    SlotRoute find(SlotKey slot) {
        return readers.get(slot);
    }

    /** Every reader there is now. */
    public Collection<SlotQueue> readers() {
        return readers.values().stream().map(SlotRoute::queue).toList();
    }
}
