package io.mailslot4j.cli.doctor;

import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.NetworkStatus;
import io.mailslot4j.cli.network.NetworkOptions;
import java.util.function.Consumer;

/**
 * All checks in their order.
 *
 * @param checked is told each as soon as it is known
 */
record Examination(NetworkOptions options, Consumer<Check> checked) {
    void run() throws InterruptedException {
        NetworkStatus reading;
        try (MailslotNetwork network = options.quietNetwork()) {
            checked.accept(Host.names(network.status()));
            if (options.usesNetwork()) {
                checked.accept(Host.interfaces(options.interfaces()));
            }
            ReaderChecks reader = new ReaderChecks(options, network);
            reader.receiving().forEach(checked);
            reading = network.status();
        }
        checked.accept(LocalSlotsCheck.of(options));
        if (options.usesNetwork()) {
            NameChecks names = new NameChecks(options, reading);
            checked.accept(names.beingFound());
            checked.accept(names.finding());
        }
        checked.accept(Host.java());
        if (options.usesNetwork()) {
            Notes.of(options).forEach(checked);
        }
    }
}
