package io.mailslot4j.nameservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NameServiceTimersTest {
    @Test
    void thoseOfTheRfc() {
        NameServiceTimers rfc = NameServiceTimers.RFC;
        assertThat(rfc.get(NameServiceTimer.BROADCAST_RETRY)).hasMillis(250);
        assertThat(rfc.broadcasts()).isEqualTo(3);
        assertThat(rfc.get(NameServiceTimer.UNICAST_RETRY)).hasSeconds(5);
        assertThat(rfc.unicasts()).isEqualTo(3);
        assertThat(rfc.get(NameServiceTimer.CONFLICT)).hasSeconds(1);
    }

    @Test
    void thoseOfWindows() {
        NameServiceTimers windows = NameServiceTimers.WINDOWS;
        assertThat(windows.get(NameServiceTimer.BROADCAST_RETRY)).hasMillis(750);
        assertThat(windows.get(NameServiceTimer.UNICAST_RETRY)).hasMillis(1500);
        assertThat(windows.get(NameServiceTimer.CACHE)).hasMinutes(10);
        assertThat(windows.get(NameServiceTimer.WINS_DOWN)).hasSeconds(15);
        assertThat(windows.get(NameServiceTimer.SMALLEST_REFRESH)).hasMinutes(5);
        assertThat(windows.get(NameServiceTimer.INITIAL_REFRESH)).hasMinutes(16);
    }

    @Test
    void theDefaultAsksAtTheShorterTimesOfBoth() {
        assertThat(NameServiceTimers.DEFAULT.get(NameServiceTimer.BROADCAST_RETRY))
                .hasMillis(250);
        assertThat(NameServiceTimers.DEFAULT.get(NameServiceTimer.UNICAST_RETRY))
                .hasMillis(1500);
    }

    @Test
    void aServerIsAskedForThreeAndAHalfDaysUnlessToldOtherwise() {
        NameServiceTimers windows = NameServiceTimers.WINDOWS;
        assertThat(windows.winsTtl()).isEqualTo(300_000);
        assertThat(windows.with(NameServiceTimer.WINS_TTL, Duration.ofSeconds(8))
                        .winsTtl())
                .isEqualTo(8);
        int longest = windows.with(NameServiceTimer.WINS_TTL, Duration.ofDays(100_000))
                .winsTtl();
        assertThat(Integer.toUnsignedLong(longest)).isEqualTo(36_500L * 86_400);
    }

    @Test
    void oneTimeIsChangedAndTheOthersStay() {
        NameServiceTimers changed = NameServiceTimers.RFC
                .with(NameServiceTimer.CACHE, Duration.ofSeconds(7))
                .withTries(5, 2);
        assertThat(changed.get(NameServiceTimer.CACHE)).hasSeconds(7);
        assertThat(changed.get(NameServiceTimer.UNICAST_RETRY)).hasSeconds(5);
        assertThat(changed.broadcasts()).isEqualTo(5);
        assertThat(changed.unicasts()).isEqualTo(2);
    }

    @Test
    void forEverIsAHundredYears() {
        Duration ever = NameServiceTimers.DEFAULT
                .with(NameServiceTimer.CACHE, Duration.ofSeconds(Long.MAX_VALUE))
                .get(NameServiceTimer.CACHE);
        assertThat(ever.toNanos()).isPositive();
        assertThat(ever).isGreaterThan(Duration.ofDays(36_499));
    }

    @Test
    void aPacketIsSentAtLeastOnceAndNoTimeIsNegative() {
        assertThatThrownBy(() -> NameServiceTimers.RFC.withTries(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NameServiceTimers(Map.of(NameServiceTimer.HOSTS, Duration.ofSeconds(-1)), 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("HOSTS cannot be negative: PT-1S");
    }
}
