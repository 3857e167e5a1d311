package io.mailslot4j.delivery;

import io.mailslot4j.Message;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NetBiosName;

/**
 * A message that a process of this machine puts directly to another.
 *
 * @param slot as the writer wrote it, such as {@code \MAILSLOT\LISTENER}
 * @param delivery {@code LOCAL} if it is for whoever reads the slot, {@code UNIQUE} if it is for a computer name, and
 *     {@code GROUP} if it is for a group and copies of it go over the wire too
 * @param datagramId what the copies of a group message have as their id, 0 to 65535
 * @param address where they come from
 */
public record LocalPut(
        String slot,
        Message.Delivery delivery,
        NetBiosName sender,
        NetBiosName destination,
        int datagramId,
        Ipv4Address address,
        Octets payload) {}
