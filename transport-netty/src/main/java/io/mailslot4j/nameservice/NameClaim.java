package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.name.NetBiosName;

/**
 * A name that a host has or wants.
 *
 * @param group whether others may have it too
 */
public record NameClaim(NetBiosName name, boolean group) {}
