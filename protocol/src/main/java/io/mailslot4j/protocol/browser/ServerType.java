package io.mailslot4j.protocol.browser;

import java.util.Arrays;
import java.util.Set;

/**
 * ServerType: all that a host says it is (MS-RAP section 2.5.5.2.1).
 *
 * @param bits all 32, unknown ones included
 */
public record ServerType(int bits) {
    /** A host that goes away announces itself as nothing. */
    public static final ServerType NONE = new ServerType(0);

    /** The sum of some roles. */
    public static ServerType of(ServerRole... roles) {
        return new ServerType(Arrays.stream(roles).mapToInt(ServerRole::bit).reduce(0, (a, b) -> a | b));
    }

    /** Whether it says that it is this. */
    public boolean has(ServerRole role) {
        return (bits & role.bit()) != 0;
    }

    /** The roles whose bits are set. */
    public Set<ServerRole> roles() {
        return ServerRole.in(bits);
    }
}
