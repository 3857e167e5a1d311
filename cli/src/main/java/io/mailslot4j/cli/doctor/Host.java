package io.mailslot4j.cli.doctor;

import io.mailslot4j.NetworkException;
import io.mailslot4j.NetworkStatus;
import io.mailslot4j.host.HostDefaults;
import io.mailslot4j.host.Interfaces;
import io.mailslot4j.host.LocalInterface;
import io.mailslot4j.host.SmbConf;
import java.util.List;
import java.util.stream.Collectors;

/** What this host is and has. */
final class Host {
    private static final String INTERFACES = "interfaces";

    private Host() {}

    /** What we are called, and who says so. */
    static Check names(NetworkStatus status) {
        HostDefaults defaults = HostDefaults.ofThisHost();
        SmbConf conf = SmbConf.ofThisHost();
        String computer = !status.computerName().equals(defaults.computerName())
                ? "as --computer-name says"
                : conf.get("netbios name").isPresent() ? "as smb.conf says" : "after the host's name";
        String workgroup = !status.workgroup().equals(defaults.workgroup())
                ? "as --workgroup says"
                : conf.get("workgroup").isPresent() ? "as smb.conf says" : "as nothing else is said";
        return Check.ok(
                "who we are",
                "computer " + status.computerName() + " (" + computer + ") in the workgroup " + status.workgroup()
                        + " (" + workgroup + ")");
    }

    /**
     * Where messages leave and come in.
     *
     * @param chosen by the user; none means all but loopback
     */
    static Check interfaces(List<String> chosen) {
        List<LocalInterface> used;
        try {
            used = new Interfaces(chosen).now();
        } catch (NetworkException e) {
            return Check.trouble(INTERFACES, "what is to be used is not there", e);
        }
        String found = used.stream().map(Host::describe).collect(Collectors.joining("; "));
        if (used.isEmpty()) {
            return Check.trouble(
                    INTERFACES,
                    "no interface but loopback is up with an IPv4 address: no message leaves this machine",
                    "connect this host to a network (see: ip address); for local messages alone, give --no-network");
        }
        return used.stream().anyMatch(LocalInterface::hasBroadcast)
                ? Check.ok(INTERFACES, found)
                : Check.warning(
                        INTERFACES,
                        found + ": messages to \\\\* and to a workgroup do not leave this machine",
                        "give the interface an address with a prefix of at most 30 bits, or send to computers only");
    }

    private static String describe(LocalInterface used) {
        return used.name() + " " + used.address() + "/" + used.prefixLength()
                + (used.hasBroadcast() ? " (broadcasts to " + used.broadcast() + ")" : " (no broadcasts)");
    }

    /** What we run on. */
    static Check java() {
        String system = System.getProperty("os.name", "");
        String found =
                "Java " + System.getProperty("java.version") + " on " + system + " " + System.getProperty("os.arch");
        if (system.startsWith("Windows")) {
            return Check.warning(
                    "system",
                    found + ", which has UDP ports 137 and 138 itself: sending works from any port",
                    "to receive, switch NetBIOS over TCP/IP off on that interface; this was not tested, see docs/platforms.md");
        }
        return system.startsWith("Linux")
                ? Check.ok("system", found)
                : Check.warning(
                        "system", found + ", where this was not tested", "tell us how it went; see docs/platforms.md");
    }
}
