package io.mailslot4j.cli.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.NetworkStatus;
import io.mailslot4j.protocol.mailslot.MailslotName;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ListenerLinesTest {
    private static final InetSocketAddress ALL = new InetSocketAddress("0.0.0.0", 138);
    private static final Path NMBD = Path.of("/run/samba/nmbd/unexpected");

    private static String start(List<InetSocketAddress> listening, OptionalLong holder, Optional<Path> nmbd) {
        NetworkStatus status = new NetworkStatus(
                "PC",
                "GRP",
                listening,
                listening.isEmpty() ? 0 : 4 << 20,
                OptionalLong.empty(),
                holder,
                nmbd,
                Optional.empty(),
                Optional.empty());
        return ListenerLines.start(status, List.of(MailslotName.parse("LOG")));
    }

    @Test
    void aListenerSaysWhereItHears() {
        assertThat(start(List.of(ALL), OptionalLong.empty(), Optional.empty()))
                .isEqualTo("listening as PC in GRP on 0.0.0.0:138 (receive buffer 4 MiB): \\\\.\\mailslot\\LOG");
        assertThat(start(List.of(), OptionalLong.empty(), Optional.empty()))
                .isEqualTo("listening as PC in GRP without network: \\\\.\\mailslot\\LOG");
    }

    @Test
    void byWhichProcess() {
        assertThat(start(List.of(ALL), OptionalLong.of(4711), Optional.empty()))
                .contains("on 0.0.0.0:138 (receive buffer 4 MiB), shared by process 4711: ");
    }

    @Test
    void andThatNmbdHandsOver() {
        assertThat(start(List.of(), OptionalLong.empty(), Optional.of(NMBD)))
                .contains("in GRP by nmbd's " + NMBD + ": ");
        assertThat(start(List.of(ALL), OptionalLong.of(4711), Optional.of(NMBD)))
                .contains("in GRP by nmbd's " + NMBD
                        + " and on 0.0.0.0:138 (receive buffer 4 MiB), shared by process 4711: ");
    }
}
