package io.mailslot4j.host;

import io.mailslot4j.NetworkException;
import io.mailslot4j.NetworkException.Reason;
import java.net.InetSocketAddress;
import java.util.Locale;

/** Says in plain words why a socket cannot be had, and what to do. */
public final class BindTrouble {
    private static final int FIRST_UNPRIVILEGED_PORT = 1024;

    private BindTrouble() {}

    /** The error for a socket that could not be bound to {@code address}. */
    public static NetworkException explain(InetSocketAddress address, Throwable cause) {
        String where = "UDP port " + address.getPort() + " on "
                + (address.getAddress().isAnyLocalAddress()
                        ? "this host"
                        : address.getAddress().getHostAddress());
        String why = String.valueOf(cause.getMessage());
        if (why.toLowerCase(Locale.ROOT).contains("in use")) {
            return new NetworkException(
                    Reason.PORT_IN_USE, where + " is in use" + inUseAdvice(address.getPort()), cause);
        }
        if (why.toLowerCase(Locale.ROOT).contains("permission denied")) {
            return new NetworkException(
                    Reason.PERMISSION_DENIED,
                    "no permission for " + where + permissionAdvice(address.getPort()),
                    cause);
        }
        return new NetworkException(Reason.INPUT_OUTPUT, "cannot listen on " + where + ": " + why, cause);
    }

    private static String inUseAdvice(int port) {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return ": Windows has it itself; switch NetBIOS over TCP/IP off on that interface, or listen elsewhere";
        }
        return port == 138
                ? ", by Samba's nmbd or another mailslot program: stop that, listen on one other --interface,"
                        + " or redirect port 138 to another --listen-port in the firewall"
                : ": stop the program that has it, or choose another --listen-port";
    }

    private static String permissionAdvice(int port) {
        return port >= FIRST_UNPRIVILEGED_PORT
                ? ""
                : ": (1) grant CAP_NET_BIND_SERVICE, as systemd does with AmbientCapabilities=CAP_NET_BIND_SERVICE;"
                        + " or (2) sysctl net.ipv4.ip_unprivileged_port_start=137;"
                        + " or (3) redirect port " + port + " to a --listen-port above 1023 in the firewall";
    }
}
