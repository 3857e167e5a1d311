package io.mailslot4j;

import io.mailslot4j.protocol.name.NetBiosName;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * A message with its provenance. On the network nothing is signed: names and addresses are what the sender, or whoever
 * forged its packet, says.
 *
 * @param payload what was sent
 * @param slot the slot as the sender wrote it, such as {@code \MAILSLOT\LISTENER}
 * @param delivery how it came
 * @param sender the sender's NetBIOS name
 * @param destination the name that it was sent to, suffix included; the sender's own for local delivery
 * @param address where the datagram came from; empty for local delivery
 * @param arrival when it was taken from the socket, or put locally
 */
public record Message<T>(
        T payload,
        String slot,
        Delivery delivery,
        NetBiosName sender,
        NetBiosName destination,
        Optional<InetSocketAddress> address,
        Instant arrival) {

    /** How a message came. */
    public enum Delivery {
        /** Put in this process. */
        LOCAL,
        /** In a datagram to a unique name. */
        UNIQUE,
        /** In a datagram to a group name. */
        GROUP,
        /** In a datagram to everybody. */
        BROADCAST
    }

    /** The same message with its payload converted. */
    public <U> Message<U> map(Function<? super T, ? extends U> converter) {
        return new Message<>(converter.apply(payload), slot, delivery, sender, destination, address, arrival);
    }
}
