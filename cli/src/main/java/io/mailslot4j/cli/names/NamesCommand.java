package io.mailslot4j.cli.names;

import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.MailslotNetworkBuilder;
import io.mailslot4j.cli.arguments.Command;
import io.mailslot4j.cli.arguments.Given;
import io.mailslot4j.cli.arguments.Usage;
import io.mailslot4j.cli.network.IdentityOptions;
import io.mailslot4j.cli.network.NameOptions;
import io.mailslot4j.cli.output.Streams;
import io.mailslot4j.cli.output.UsageException;
import io.mailslot4j.cli.output.WireJson;
import io.mailslot4j.nameservice.NameClaim;
import io.mailslot4j.nameservice.NameLookup;
import io.mailslot4j.nameservice.NameService;
import io.mailslot4j.nameservice.NodeStatus;
import io.mailslot4j.protocol.nameservice.NodeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** {@code mailslot names}: shows our own names and whose they are. */
public final class NamesCommand implements Command {
    private final Streams streams;

    public NamesCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Usage usage() {
        return Usage.of("Show the names of this host, and whether they are ours.")
                .text("""
                        Asks this host itself, where a listener with --own-names, Samba or Windows
                        answers, and for names that are missing there the network.

                        The exit code is 0 if all names are ours, else 1.
                        """)
                .options(AnswerOptions.ALL)
                .network(IdentityOptions.ALL)
                .network(NameOptions.ALL)
                .ending("""
                        Examples:
                          mailslot names
                          mailslot names --computer-name JAVABOX --workgroup OFFICE
                          mailslot names --json | jq -r 'select(.state != "ours").name'
                        """);
    }

    @Override
    public boolean run(Given given) throws InterruptedException {
        AnswerOptions answers = new AnswerOptions(given);
        NameOptions options = new NameOptions(given);
        List<NameClaim> claims = claims(new IdentityOptions(given), options.scope());
        Deadline deadline = answers.deadline();
        try (NameService names = options.namesOnTheNetwork()) {
            Optional<NodeStatus> here = deadline.await(names.statusHereAsync());
            if (here.isEmpty()) {
                streams.err()
                        .println("mailslot names: nothing on this host answers for its names; 'mailslot listen NAME"
                                + " --own-names' does while it runs");
            }
            List<OwnNameView> views = views(claims, here, names, deadline);
            show(here, views, answers.json());
            return views.stream().allMatch(view -> view.state() == OwnNameView.State.OURS);
        }
    }

    private static List<NameClaim> claims(IdentityOptions identity, String scope) {
        try {
            MailslotNetworkBuilder builder = MailslotNetwork.builder().scope(scope);
            identity.applyTo(builder);
            try (MailslotNetwork network = builder.withoutNetwork().build()) {
                return network.claims();
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    /** What should be ours first, then what this host has besides. */
    private static List<OwnNameView> views(
            List<NameClaim> claims, Optional<NodeStatus> here, NameService names, Deadline deadline)
            throws InterruptedException {
        Map<NameClaim, CompletableFuture<NameLookup>> missing = new LinkedHashMap<>();
        claims.stream()
                .filter(claim -> OwnNameView.in(here, claim.name()).isEmpty())
                .forEach(claim -> missing.put(claim, names.lookupAsync(claim.name())));
        List<OwnNameView> views = new ArrayList<>();
        for (NameClaim claim : claims) {
            CompletableFuture<NameLookup> asked = missing.get(claim);
            views.add(
                    asked == null
                            ? OwnNameView.in(here, claim.name()).orElseThrow()
                            : OwnNameView.of(claim, deadline.await(asked)));
        }
        here.stream()
                .flatMap(status -> status.names().stream())
                .filter(name -> claims.stream().noneMatch(claim -> claim.name().equals(name.name())))
                .map((NodeName name) -> OwnNameView.of(name))
                .forEach(views::add);
        return views;
    }

    private void show(Optional<NodeStatus> here, List<OwnNameView> views, boolean json) {
        if (json) {
            views.forEach(view -> streams.out().line(view.json().toString()));
            return;
        }
        here.ifPresent(status -> streams.out().line("answered for at " + WireJson.endpoint(status.host())));
        int width = views.stream()
                .mapToInt(view -> view.name().toString().length())
                .max()
                .orElse(1);
        views.forEach(view -> streams.out().line(view.row(width)));
    }
}
