package io.mailslot4j.cli.network;

import io.mailslot4j.cli.arguments.Flag;
import io.mailslot4j.cli.arguments.Given;
import io.mailslot4j.cli.arguments.Option;
import io.mailslot4j.cli.arguments.Value;
import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.nameservice.NameServiceBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The options on whom to ask for names, shared by all commands that send to names or look them up.
 *
 * @param given what was
 */
record FindingOptions(Given given) {
    private static final Value<String> WINS = Value.ofText(
                    "--wins", "ADDRESS", "Ask this WINS server. Repeatable. Default: Samba's, if it has one.")
            .repeated();
    private static final Value<Path> LMHOSTS =
            Value.ofFile("--lmhosts", "FILE", "Look into this lmhosts file. Default: none.");
    private static final Value<Integer> NAME_PORT =
            Value.ofNumber("--name-port", "PORT", "The UDP port to ask on. Default: 137.");
    private static final Flag NO_DNS = Flag.of("--no-dns", "Do not ask the hosts file and DNS in the end.");

    /** All of them. */
    static final List<Option> ALL = List.of(WINS, LMHOSTS, NAME_PORT, NO_DNS);

    /** Hands over what was given. */
    void applyTo(NameServiceBuilder names) {
        names.hostsAndDns(!given.has(NO_DNS));
        List<String> wins = given.values(WINS);
        if (!wins.isEmpty()) {
            names.withoutWins();
            wins.forEach(names::winsServer);
        }
        given.value(LMHOSTS).ifPresent(file -> {
            // The library would say so too, but only where nobody else knows the name.
            if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
                throw new FailedException("cannot read the lmhosts file " + file);
            }
            names.lmHosts(file);
        });
        given.value(NAME_PORT).ifPresent(names::remotePort);
    }
}
