package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.name.NetBiosName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of ours, in the order in which they came. Found without regard to case.
 */
final class OwnNameTable {
    /** More than any host has; a node status holds 26. */
    static final int CAPACITY = 64;

    private final Map<NameKey, OwnNameRegistration> names = new LinkedHashMap<>();

    /** The registration of a name, if it is one of ours. */
    @Nullable
    OwnNameRegistration find(NetBiosName name) {
        return names.get(NameKey.of(name));
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
        names.put(NameKey.of(registration.name().name()), registration);
    }

    /** Forgets a name. */
    @Nullable
    OwnNameRegistration remove(NetBiosName name) {
        return names.remove(NameKey.of(name));
    }

    Collection<OwnNameRegistration> all() {
        return names.values();
    }
}
