package io.mailslot4j.delivery;

import io.mailslot4j.MailslotInUseException;
import io.mailslot4j.protocol.mailslot.MailslotName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which queue the messages of a slot go to. Slot names do not differ in case. Thread-safe. */
public final class Router {
    private final ConcurrentHashMap<String, SlotQueue> readers = new ConcurrentHashMap<>();

    /**
     * Makes {@code queue} the reader of a slot.
     *
     * @throws MailslotInUseException if it has one
     */
    public void register(MailslotName name, SlotQueue queue) {
        if (readers.putIfAbsent(MailslotName.fold(name.slot()), queue) != null) {
            throw new MailslotInUseException(name.toString());
        }
    }

    /** Ends what {@link #register} began, if it still holds. */
    public void unregister(MailslotName name, SlotQueue queue) {
        readers.remove(MailslotName.fold(name.slot()), queue);
    }

    /** The reader of {@code slot}, such as {@code \MAILSLOT\LISTENER}. */
    public Optional<SlotQueue> find(String slot) {
        return Optional.ofNullable(readers.get(MailslotName.fold(slot)));
    }

    /** Every reader there is now. */
    public Collection<SlotQueue> readers() {
        return List.copyOf(readers.values());
    }
}
