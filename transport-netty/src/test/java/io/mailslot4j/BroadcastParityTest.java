package io.mailslot4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages to everyone, over the loopback interface: PT-24 and PT-25 of docs/parity.md. */
@Timeout(60)
class BroadcastParityTest {
    private static final String EVERYONE = "\\\\*\\mailslot\\x";

    private static MailslotNetworkBuilder loopback() {
        return MailslotNetwork.builder()
                .computerName("PC")
                .workgroup("GROUP")
                .networkInterface("127.0.0.1")
                .withoutOtherProcesses()
                .listenPort(0);
    }

    @Test
    @DisplayName("PT-24 a broadcast that nobody reads is no error")
    void pt24NobodyListens() {
        try (MailslotNetwork network = loopback().build();
                Mailslot<String> out =
                        Mailslot.builder(EVERYONE).network(network).open()) {
            out.put("a");
            assertThat(network.counters().sendFailures()).isZero();
        }
    }

    @Test
    @DisplayName("PT-25 a broadcast reaches the reader on the sending machine, once")
    void pt25ReachesOurselves() {
        try (MailslotNetwork network = loopback().build();
                Mailslot<String> in = Mailslot.builder("x").network(network).openReader();
                Mailslot<String> out =
                        Mailslot.builder(EVERYONE).network(network).open()) {
            out.put("a");
            out.put("b");
            assertThat(List.of(in.getNow(), in.getNow())).containsExactly("a", "b");
            assertThat(in.isEmpty()).isTrue();
        }
    }
}
