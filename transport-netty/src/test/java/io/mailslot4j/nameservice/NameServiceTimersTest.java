package io.mailslot4j.nameservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NameServiceTimersTest {
    @Test
    void thoseOfTheRfc() {
        NameServiceTimers rfc = NameServiceTimers.RFC;
        assertThat(rfc.broadcastTimeout()).hasMillis(250);
        assertThat(rfc.broadcastCount()).isEqualTo(3);
        assertThat(rfc.unicastTimeout()).hasSeconds(5);
        assertThat(rfc.unicastCount()).isEqualTo(3);
        assertThat(rfc.conflict()).hasSeconds(1);
    }

    @Test
    void thoseOfWindows() {
        NameServiceTimers windows = NameServiceTimers.WINDOWS;
        assertThat(windows.broadcastTimeout()).hasMillis(750);
        assertThat(windows.unicastTimeout()).hasMillis(1500);
        assertThat(windows.cache()).hasMinutes(10);
        assertThat(windows.winsDown()).hasSeconds(15);
        assertThat(windows.smallestRefresh()).hasMinutes(5);
        assertThat(windows.initialRefresh()).hasMinutes(16);
        assertThat(windows.lmHostsInclude()).hasSeconds(6);
    }

    @Test
    void aPacketIsSentAtLeastOnce() {
        assertThatThrownBy(() -> NameServiceTimers.RFC.withBroadcast(Duration.ofMillis(1), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
