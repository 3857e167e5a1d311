package io.mailslot4j.net;

import io.mailslot4j.local.RuntimeFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where processes meet. Looked for when somebody needs it, and then remembered. Thread-safe. */
final class Folders {
    private final Optional<Path> chosen;
    private final Optional<Path> forPorts;
    private volatile @Nullable RuntimeFolder own;

    /**
     * @param chosen the one of this user; empty means the usual one
     * @param forPorts the one of those who share ports; empty means the same
     */
    Folders(Optional<Path> chosen, Optional<Path> forPorts) {
        this.chosen = chosen;
        this.forPorts = forPorts;
    }

    /** The one of this user. */
    RuntimeFolder own() {
        RuntimeFolder known = own;
        if (known == null) {
            known = chosen.map(RuntimeFolder::at).orElseGet(RuntimeFolder::ofThisUser);
            own = known;
        }
        return known;
    }

    /** The one of those who share ports. */
    RuntimeFolder ofPorts() {
        return forPorts.map(RuntimeFolder::withGuests).orElseGet(this::own);
    }
}
