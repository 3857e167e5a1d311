package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Ipv4Address;

/**
 * An owner of a name, as somebody says.
 *
 * @param address where it is. For a group, 0.0.0.0 and 255.255.255.255 mean the broadcast address.
 * @param group whether the name is said to be a group's
 * @param source who says so, such as {@code 10.0.0.5:137} or {@code lmhosts}
 */
public record NameOwner(Ipv4Address address, boolean group, String source) {}
