package io.mailslot4j.net;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * An address to listen on.
 *
 * @param networkInterface the name of the only interface whose packets come there, if it is one
 */
record ListenAddress(InetSocketAddress address, Optional<String> networkInterface) {}
