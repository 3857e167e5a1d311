package io.mailslot4j.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.NetworkException;
import io.mailslot4j.NetworkException.Reason;
import java.net.BindException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class BindTroubleTest {
    @Test
    void aPortInUseNamesWhoHasItAndTheWaysOut() {
        NetworkException e = explain(138, "Address already in use");
        assertThat(e.reason()).isEqualTo(Reason.PORT_IN_USE);
        assertThat(e)
                .hasMessageContaining("UDP port 138 on this host is in use")
                .hasMessageContaining("nmbd");
        assertThat(explain(4138, "Address already in use"))
                .hasMessage("UDP port 4138 on this host is in use: stop the program that has it, or choose another"
                        + " --listen-port");
    }

    @Test
    void missingPermissionNamesTheThreeWaysOut() {
        NetworkException e = explain(138, "Permission denied");
        assertThat(e.reason()).isEqualTo(Reason.PERMISSION_DENIED);
        assertThat(e)
                .hasMessageContaining("CAP_NET_BIND_SERVICE")
                .hasMessageContaining("ip_unprivileged_port_start")
                .hasMessageContaining("--listen-port");
    }

    @Test
    void anythingElseIsSaidAsTheSystemSaysIt() {
        NetworkException e = explain(4138, "Cannot assign requested address");
        assertThat(e.reason()).isEqualTo(Reason.INPUT_OUTPUT);
        assertThat(e).hasMessageEndingWith("Cannot assign requested address");
    }

    @Test
    void otherLanguagesGetTheAdviceAnyway() {
        assertThat(explain(138, "Keine Berechtigung"))
                .hasMessageContaining("Keine Berechtigung")
                .hasMessageContaining("CAP_NET_BIND_SERVICE");
    }

    private static NetworkException explain(int port, String message) {
        return BindTrouble.explain(new InetSocketAddress("0.0.0.0", port), new BindException(message));
    }
}
