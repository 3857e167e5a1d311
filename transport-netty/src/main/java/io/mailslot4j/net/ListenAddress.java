package io.mailslot4j.net;

import io.mailslot4j.host.LocalInterface;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * An address to listen on.
 *
 * @param networkInterface the name of the only interface whose packets come there, if it is one
 * @param from the networks whose packets are wanted, where others' come there too; none means all
 */
record ListenAddress(InetSocketAddress address, Optional<String> networkInterface, List<LocalInterface> from) {
    /** Whoever sends there is heard. */
    ListenAddress(InetSocketAddress address, Optional<String> networkInterface) {
        this(address, networkInterface, List.of());
    }
}
