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
        int port = address.getPort();
        String why = String.valueOf(cause.getMessage());
        if (says(why, "in use")) {
            return new NetworkException(Reason.PORT_IN_USE, where + " is in use: " + inUseAdvice(port), cause);
        }
        if (says(why, "permission denied")) {
            return new NetworkException(
                    Reason.PERMISSION_DENIED, "no permission for " + where + permissionAdvice(port), cause);
        }
        return new NetworkException(
                Reason.INPUT_OUTPUT, "cannot listen on " + where + ": " + why + adviceFor(why, port), cause);
    }

    /** The system says it in English, or in its own language, which we do not read. */
    private static boolean says(String why, String english) {
        return why.toLowerCase(Locale.ROOT).contains(english);
    }

    /** In another language, lack of permission is the likeliest trouble with such a port. */
    private static String adviceFor(String why, int port) {
        return why.contains("assign requested address") ? "" : permissionAdvice(port);
    }

    private static String inUseAdvice(int port) {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return "Windows has it itself; switch NetBIOS over TCP/IP off on that interface, or listen elsewhere";
        }
        if (port == 137) {
            return "Samba's nmbd has it, or another mailslot program, and owns this host's names; leave them to it, or stop it";
        }
        return port == 138
                ? "another mailslot program has it, or Samba's nmbd: say where its socket 'unexpected' is (--nmbd-socket);"
                        + " or stop that program, or redirect port 138 of an interface that it does not need to another"
                        + " --listen-port in the firewall"
                : "stop the program that has it, or choose another --listen-port";
    }

    private static String permissionAdvice(int port) {
        return port >= FIRST_UNPRIVILEGED_PORT
                ? ""
                : ": (1) grant CAP_NET_BIND_SERVICE, as systemd does with AmbientCapabilities=CAP_NET_BIND_SERVICE;"
                        + " or (2) sysctl net.ipv4.ip_unprivileged_port_start=137"
                        + (port == 137
                                ? ""
                                : "; or (3) redirect port " + port + " to a --listen-port above 1023 in the firewall");
    }
}
