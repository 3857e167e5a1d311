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
 * @param networkInterface the interface that it came in by, such as {@code eth0}, where known: if interfaces were chosen
 * @param arrival when it was taken from the socket, or put locally
 * @param duplicates how many further copies were recognised, and dropped, until this one was taken
 * @param <T> the type of the payload
 */
public record Message<T>(
        T payload,
        String slot,
        Delivery delivery,
        NetBiosName sender,
        NetBiosName destination,
        Optional<InetSocketAddress> address,
        Optional<String> networkInterface,
        Instant arrival,
        int duplicates) {

    /** A message that came once, and by no interface that is known. */
    public Message(
            T payload,
            String slot,
            Delivery delivery,
            NetBiosName sender,
            NetBiosName destination,
            Optional<InetSocketAddress> address,
            Instant arrival) {
        this(payload, slot, delivery, sender, destination, address, Optional.empty(), arrival, 0);
    }

    /** How a message came. */
    public enum Delivery {
        /** Put on this machine, in this process or another. */
        LOCAL,
        /** In a datagram to a unique name. */
        UNIQUE,
        /** In a datagram to a group name. */
        GROUP,
        /** In a datagram to everybody. */
        BROADCAST
    }

    /** The same message with its payload converted. */
    @SuppressWarnings({"unchecked", "ReferenceEquality"}) // What is not converted at all need not be wrapped again.
    public <U> Message<U> map(Function<? super T, ? extends U> converter) {
        U converted = converter.apply(payload);
        if (converted == payload) {
            return (Message<U>) this;
        }
        return new Message<>(
                converted, slot, delivery, sender, destination, address, networkInterface, arrival, duplicates);
    }

    /** The same message with another number of copies. */
    public Message<T> withDuplicates(int copies) {
        return new Message<>(payload, slot, delivery, sender, destination, address, networkInterface, arrival, copies);
    }
}
