package io.mailslot4j.delivery;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NetBiosName;

/** A message that may be a copy; if it is none, it counts its own. */
final class Original extends Copies {
    final NetBiosName sender;
    final NetBiosName destination;
    final String slot;
    final Octets payload;
    final Ipv4Address address;
    final int id;
    /** Of what copies have in common. */
    final int hash;

    final long nanos;

    Original(
            NetBiosName sender,
            NetBiosName destination,
            String slot,
            Octets payload,
            Ipv4Address address,
            int id,
            long nanos) {
        this.sender = sender;
        this.destination = destination;
        this.slot = slot;
        this.payload = payload;
        this.address = address;
        this.id = id;
        this.nanos = nanos;
        int names = 31 * (31 * sender.hashCode() + destination.hashCode()) + slot.hashCode();
        this.hash = 31 * names + payload.hashCode();
    }

    /** Whether it has in common what copies have. */
    boolean saysTheSameAs(Original other) {
        return hash == other.hash
                && payload.equals(other.payload)
                && sender.equals(other.sender)
                && destination.equals(other.destination)
                && slot.equals(other.slot);
    }
}
