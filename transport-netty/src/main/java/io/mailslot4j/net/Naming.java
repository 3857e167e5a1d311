package io.mailslot4j.net;

import io.mailslot4j.NetworkException;
import io.mailslot4j.nameservice.NameService;
import io.mailslot4j.nameservice.OwnNameStatus;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has our names owned while we listen, so that others find us, if that is wanted. Claiming belongs to one thread. */
final class Naming {
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.network");

    private final NetworkOptions options;
    private final NameService nameService;
    private boolean claimed;
    private volatile @Nullable NetworkException problem;

    Naming(NetworkOptions options, NameService nameService) {
        this.options = options;
        this.nameService = nameService;
    }

    /**
     * Asks for all names, unless it has. Who refuses one is told by the name service, in the log.
     *
     * @throws NetworkException if names cannot be owned here; that is logged, too
     */
    void claim() {
        if (!options.ownNames() || claimed) {
            return;
        }
        try {
            options.claims().forEach(claim -> {
                CompletableFuture<OwnNameStatus> asked = nameService
                        .own(claim.name(), claim.group())
                        .whenComplete((status, trouble) -> {
                            if (trouble != null) {
                                LOG.warn("cannot own {}: {}", claim.name(), trouble.getMessage());
                            }
                        });
                LOG.debug("asked for {}: {}", claim.name(), asked);
            });
            claimed = true;
            problem = null;
        } catch (NetworkException e) {
            LOG.warn("others cannot find us by name: {}", e.getMessage());
            problem = e;
            throw e;
        }
    }

    /** Why others cannot find us by name, although that is wanted. */
    Optional<NetworkException> problem() {
        return Optional.ofNullable(problem);
    }
}
