package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NetBiosName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of ours, in the order in which they came. Found without regard to case: nmbd and the AD DC answer for names in
 * lower case too, and scopes have no case.
 */
final class OwnNameTable {
    /** More than any host has; a node status holds 26. */
    static final int CAPACITY = 64;

    private record Key(Octets octets, String scope) {
        static Key of(NetBiosName name) {
            byte[] octets = name.octets().toArray();
            for (int i = 0; i < NetBiosName.MAX_TEXT_LENGTH; i++) {
                if (octets[i] >= 'a' && octets[i] <= 'z') {
                    octets[i] = (byte) (octets[i] - 'a' + 'A');
                }
            }
            return new Key(Octets.wrap(octets), name.scope().toString().toUpperCase(Locale.ROOT));
        }
    }

    private final Map<Key, OwnNameRegistration> names = new LinkedHashMap<>();

    /** The registration of a name, if it is one of ours. */
    @Nullable
    OwnNameRegistration find(NetBiosName name) {
        return names.get(Key.of(name));
    }

    /** The name, if it is one that we answer for and defend. */
    @Nullable
    OwnName held(NetBiosName name) {
        OwnNameRegistration found = find(name);
        return found != null && found.name().held() ? found.name() : null;
    }

    /**
     * Takes one more.
     *
     * @throws IllegalStateException if there are too many
     */
    void add(OwnNameRegistration registration) {
        if (names.size() >= CAPACITY) {
            throw new IllegalStateException("more than " + CAPACITY + " names of our own");
        }
        names.put(Key.of(registration.name().name()), registration);
    }

    /** Forgets a name. */
    @Nullable
    OwnNameRegistration remove(NetBiosName name) {
        return names.remove(Key.of(name));
    }

    Collection<OwnNameRegistration> all() {
        return names.values();
    }
}
