package io.mailslot4j.cli.network;

import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.nameservice.NameServiceBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options on whom to ask for names, shared by all commands that send to names or look them up. */
final class FindingOptions {
    @Option(
            names = "--wins",
            paramLabel = "ADDRESS",
            description = "Ask this WINS server. Repeatable. Default: Samba's, if it has one.")
    private List<String> wins = List.of();

    @Option(names = "--lmhosts", paramLabel = "FILE", description = "Look into this lmhosts file. Default: none.")
    private @Nullable Path lmHosts;

    @Option(names = "--name-port", paramLabel = "PORT", description = "The UDP port to ask on. Default: 137.")
    private @Nullable Integer namePort;

    @Option(names = "--no-dns", description = "Do not ask the hosts file and DNS in the end.")
    private boolean noDns;

    /** Hands over what was given. */
    void applyTo(NameServiceBuilder names) {
        names.hostsAndDns(!noDns);
        if (!wins.isEmpty()) {
            names.withoutWins();
            wins.forEach(names::winsServer);
        }
        if (lmHosts != null) {
            if (!Files.isReadable(lmHosts) || Files.isDirectory(lmHosts)) {
                throw new FailedException("cannot read the lmhosts file " + lmHosts);
            }
            names.lmHosts(lmHosts);
        }
        if (namePort != null) {
            names.remotePort(namePort);
        }
    }
}
