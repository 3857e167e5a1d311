package io.mailslot4j.interop.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Samba's Active Directory domain controller on a host of the lab: ADDC1 of the domain ADLAB. Only its services for names,
 * datagrams and WINS run, which is all that others see on UDP ports 137 and 138. It grants names for 8 seconds if asked for that.
 */
public final class DomainController implements AutoCloseable {
    /** Its NetBIOS computer name. */
    public static final String COMPUTER = "ADDC1";
    /** Its domain. */
    public static final String DOMAIN = "ADLAB";

    private static final List<String> DIRECTORIES = List.of("run", "cache", "ncalrpc", "sock", "ntp");

    private final LabHost host;
    private final Path folder;
    private RunningProcess samba;

    private DomainController(LabHost host, Path folder) {
        this.host = host;
        this.folder = folder;
        this.samba = run();
    }

    /** Whether the database of a domain can be made. */
    static boolean hasDatabaseModules() {
        try (Stream<Path> found =
                Files.find(Path.of("/usr/lib"), 5, (path, a) -> path.endsWith("samba/ldb/samba_dsdb.so"))) {
            return found.findAny().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes the domain, which takes some seconds, and starts its controller.
     *
     * @param folder an empty one for all its files, with a short path
     */
    public static DomainController start(LabHost host, Path folder) {
        host.output(
                "samba-tool",
                "domain",
                "provision",
                "--targetdir=" + folder,
                "--realm=ADLAB.TEST",
                "--domain=" + DOMAIN,
                "--host-name=" + COMPUTER,
                "--host-ip=" + host.address(),
                "--server-role=dc",
                "--dns-backend=NONE",
                "--adminpass=Passw0rd-lab-1",
                "--option=interfaces=lo eth0",
                "--option=bind interfaces only=yes");
        try {
            for (String directory : DIRECTORIES) {
                Files.createDirectories(folder.resolve(directory));
            }
            Files.writeString(folder.resolve("smb.conf"), """
                    [global]
                      netbios name = %2$s
                      realm = ADLAB.TEST
                      workgroup = %3$s
                      server role = active directory domain controller
                      server services = nbt, wrepl, cldap
                      interfaces = lo eth0
                      bind interfaces only = yes
                      wins support = yes
                      min wins ttl = 8
                      dns update command = /bin/true
                      private dir = %1$s/private
                      lock directory = %1$s
                      state directory = %1$s/state
                      cache directory = %1$s/cache
                      pid directory = %1$s/run
                      ncalrpc dir = %1$s/ncalrpc
                      ntp signd socket directory = %1$s/ntp
                      nmbd:socket dir = %1$s/sock
                      binddns dir = %1$s/bind-dns
                    """.formatted(folder, COMPUTER, DOMAIN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DomainController(host, folder);
    }

    private RunningProcess run() {
        return host.start(List.of(
                "samba",
                "--interactive",
                "--model=single",
                "--no-process-group",
                "--debug-stdout",
                "--configfile=" + folder.resolve("smb.conf")));
    }

    /** Starts it again after {@link #close()}, with what it knew. */
    public void startAgain() {
        samba = run();
    }

    /** Waits until a broadcast query for its computer name is answered. */
    public DomainController awaitName(LabHost asker) {
        Nmblookup nmblookup = new Nmblookup(asker);
        Waiting.until(() -> nmblookup.findsByBroadcast(COMPUTER), () -> COMPUTER + " from " + samba);
        return this;
    }

    /** Ends it. */
    @Override
    public void close() {
        samba.close();
    }
}
