package io.mailslot4j.cli.decode;

import java.util.function.Function;

/**
 * Remembers what was made of some of the last keys, at most {@value #PLACES}: who sends once sends again. Not thread-safe.
 *
 * @param <K> what something is made of
 * @param <V> what is made; nobody may change it
 */
final class Recent<K, V> {
    private static final int PLACES = 256;

    private record Made<K, V>(K key, V value) {}

    private final Made<K, V>[] places;
    private final Function<K, V> make;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Recent(Function<K, V> make) {
        this.make = make;
        places = new Made[PLACES];
    }

    V of(K key) {
        int hash = key.hashCode();
        int place = (hash ^ hash >>> 8 ^ hash >>> 16) & (PLACES - 1);
        Made<K, V> known = places[place];
        if (known != null && known.key.equals(key)) {
            return known.value;
        }
        V value = make.apply(key);
        places[place] = new Made<>(key, value);
        return value;
    }
}
