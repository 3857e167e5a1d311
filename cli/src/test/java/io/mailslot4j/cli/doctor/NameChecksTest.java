package io.mailslot4j.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.NetworkStatus;
import io.mailslot4j.cli.arguments.ArgumentParser;
import io.mailslot4j.cli.arguments.Usage;
import io.mailslot4j.cli.network.NetworkOptions;
import java.net.DatagramSocket;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How others find this host: whether the port of the name service can be had, here another one. */
@Timeout(30)
class NameChecksTest {
    @Test
    void aPortThatSomebodyHasIsTroubleForWhoWantsNames() throws Exception {
        int port;
        try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
            Check found = beingFound(port);
            assertThat(found.state()).isEqualTo(Check.State.TROUBLE);
            assertThat(found.advice()).startsWith("UDP port " + port + " on 127.0.0.1 is in use: ");
        }
        assertThat(beingFound(port))
                .isEqualTo(Check.ok("being found", "UDP port " + port + " can be had: a listener can answer for FRED"));
    }

    @Test
    void whoNeverAsksTheNetworkIsWarned() {
        Check found = checks(137, "--node-type", "P", "--no-dns").finding();
        assertThat(found.state()).isEqualTo(Check.State.WARNING);
        assertThat(found.found()).isEqualTo("a name is looked for nowhere, and never on the network");
    }

    /** Their listener would fail. */
    @Test
    void whoHasNoServerForItsNamesIsInTrouble() {
        Check found = checks(137, "--node-type", "P", "--no-dns", "--own-names").finding();
        assertThat(found.state()).isEqualTo(Check.State.TROUBLE);
        assertThat(checks(137, "--node-type", "P", "--own-names", "--wins", "192.0.2.1")
                        .finding()
                        .state())
                .isEqualTo(Check.State.OK);
    }

    private static Check beingFound(int port) throws InterruptedException {
        return checks(port, "--own-names", "--interface", "127.0.0.1").beingFound();
    }

    private static NameChecks checks(int port, String... words) {
        NetworkOptions options =
                new NetworkOptions(ArgumentParser.parse(Usage.of("test").network(NetworkOptions.OF_READERS), words));
        NetworkStatus status;
        try (MailslotNetwork network =
                MailslotNetwork.builder().computerName("FRED").withoutNetwork().build()) {
            status = network.status();
        }
        return new NameChecks(options, status, port);
    }
}
