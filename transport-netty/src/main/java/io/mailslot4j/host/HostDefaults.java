package io.mailslot4j.host;

import io.mailslot4j.protocol.name.NetBiosName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a network is called unless told otherwise, as Samba on this host is, or else after the host; and where Samba is met.
 *
 * @param computerName 1 to 15 ASCII characters, upper case
 * @param workgroup 1 to 15 ASCII characters, upper case
 * @param winsServers addresses or names, as smb.conf has them
 * @param nmbdSocket where Samba's nmbd hands out what it has no use for; empty where no Samba is
 */
public record HostDefaults(String computerName, String workgroup, List<String> winsServers, Optional<Path> nmbdSocket) {
    private static final String USUAL_NMBD_FOLDER = "/run/samba/nmbd";
    private static final String USUAL_WORKGROUP = "WORKGROUP";

    /** The defaults of this host. */
    public static HostDefaults ofThisHost() {
        return of(SmbConf.ofThisHost(), hostName());
    }

    static HostDefaults of(SmbConf conf, String hostName) {
        String computer = Stream.of(conf.get("netbios name").orElse(""), hostName, "JAVA")
                .map(HostDefaults::asNetBiosName)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseThrow();
        String workgroup = conf.get("workgroup")
                .map(HostDefaults::asNetBiosName)
                .filter(name -> !name.isEmpty())
                .orElse(USUAL_WORKGROUP);
        List<String> wins = conf.get("wins server")
                .map(servers -> Arrays.stream(servers.split("[\\s,]+")).toList())
                .orElse(List.of());
        Optional<Path> nmbdSocket = Optional.of(conf)
                .filter(SmbConf::hasParameters)
                .map(c -> Path.of(c.get("nmbd:socket dir").orElse(USUAL_NMBD_FOLDER), "unexpected"));
        return new HostDefaults(computer, workgroup, wins, nmbdSocket);
    }

    /** The first label in upper case, what does not belong left out, cut as Windows and Samba cut long host names. */
    private static String asNetBiosName(String hostName) {
        String label =
                hostName.strip().split("\\.", -1)[0].toUpperCase(Locale.ROOT).replaceAll("[^!-~]|[*<>@\\\\]", "");
        return label.substring(0, Math.min(label.length(), NetBiosName.MAX_TEXT_LENGTH));
    }

    /** Prefers what needs no look-up: asking for the local host may ask a name server, and wait for it. */
    private static String hostName() {
        Path kernel = Path.of("/proc/sys/kernel/hostname");
        try {
            if (Files.isReadable(kernel)) {
                return Files.readString(kernel);
            }
            String windows = System.getenv("COMPUTERNAME");
            return windows != null ? windows : InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "";
        } catch (IOException unreadable) {
            return "";
        }
    }
}
