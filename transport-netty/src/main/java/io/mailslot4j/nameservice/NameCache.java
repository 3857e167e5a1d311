package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of names without asking: entries that hold for ever, answers for a while, and for a short while that
 * nobody answered. Bounded: of the answers, those not asked for longest go first. Learns only what it is told by whoever
 * asked. Belongs to the name service's thread.
 */
final class NameCache {
    static final int DEFAULT_CAPACITY = 1024;

    /** @param owners nobody, where it is known that nobody answered */
    private record Entry(List<NameOwner> owners, long expires) {}

    private final Timers timers;
    private final NameServiceTimers times;
    private final int capacity;
    private final Map<NameKey, List<NameOwner>> permanent = new LinkedHashMap<>();
    private final LinkedHashMap<NameKey, Entry> answers = new LinkedHashMap<>(16, 0.75f, true);

    NameCache(Timers timers, NameServiceTimers times, int capacity) {
        this.times = times;
        this.timers = timers;
        this.capacity = capacity;
    }

    /** Keeps an entry for ever. */
    void preload(NetBiosName name, List<NameOwner> owners) {
        permanent.put(NameKey.of(name), List.copyOf(owners));
    }

    /** Who has the name, as far as is known; an empty list if it is known that nobody answered. */
    Optional<List<NameOwner>> find(NetBiosName name) {
        NameKey key = NameKey.of(name);
        List<NameOwner> fixed = permanent.get(key);
        if (fixed != null) {
            return Optional.of(fixed);
        }
        @Nullable Entry entry = answers.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.expires() - timers.nanoTime() <= 0) {
            answers.remove(key);
            return Optional.empty();
        }
        return Optional.of(entry.owners());
    }

    /** Keeps an answer for as long as it says, but no longer than is usual. */
    void learn(NetBiosName name, List<NameOwner> owners, Duration validFor) {
        Duration longest = times.get(NameServiceTimer.CACHE);
        put(name, owners, validFor.compareTo(longest) < 0 ? validFor : longest);
    }

    /** Remembers for a short while that nobody answered. */
    void learnAbsence(NetBiosName name) {
        put(name, List.of(), times.get(NameServiceTimer.NEGATIVE_CACHE));
    }

    private void put(NetBiosName name, List<NameOwner> owners, Duration keep) {
        answers.put(NameKey.of(name), new Entry(List.copyOf(owners), timers.nanoTime() + keep.toNanos()));
        Iterator<NameKey> oldest = answers.keySet().iterator();
        while (answers.size() > capacity && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
    }
}
