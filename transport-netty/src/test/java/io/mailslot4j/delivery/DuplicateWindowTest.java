package io.mailslot4j.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DuplicateWindowTest {
    private static final NetBiosName SENDER = NetBiosName.of("SENDER", NameSuffix.WORKSTATION);
    private static final NetBiosName GROUP = NetBiosName.of("GROUP", NameSuffix.WORKSTATION);
    private static final Ipv4Address ETH0 = Ipv4Address.parse("10.0.0.7");
    private static final Ipv4Address ETH1 = Ipv4Address.parse("10.0.1.7");

    private final DuplicateWindow window = new DuplicateWindow(Duration.ofSeconds(2), 100);
    private long millis;

    @Test
    void theSameDatagramAgainIsACopy() {
        assertThat(isCopy("aa", ETH0, 1)).isFalse();
        assertThat(isCopy("aa", ETH0, 1)).isTrue();
        assertThat(isCopy("aa", ETH0, 1)).isTrue();
    }

    @Test
    void theSameTextFromAnotherInterfaceOfTheSenderIsACopyWhateverItsId() {
        assertThat(isCopy("aa", ETH0, 1)).isFalse();
        assertThat(isCopy("aa", ETH1, 1)).isTrue();
        assertThat(isCopy("aa", ETH1, 2)).isTrue();
    }

    @Test
    void theSameTextWithAnotherIdIsANewMessage() {
        assertThat(isCopy("aa", ETH0, 1)).isFalse();
        assertThat(isCopy("aa", ETH0, 2)).isFalse();
        assertThat(isCopy("aa", ETH0, 1)).isTrue();
        assertThat(isCopy("aa", ETH0, 2)).isTrue();
    }

    @Test
    void aTwoHomedSenderThatSaysAThingTwiceIsHeardTwice() {
        assertThat(isCopy("aa", ETH0, 1)).isFalse();
        assertThat(isCopy("aa", ETH1, 1)).isTrue();
        assertThat(isCopy("aa", ETH0, 2)).isFalse();
        assertThat(isCopy("aa", ETH1, 2)).isTrue();
    }

    @Test
    void anythingElseThatDiffersMakesANewMessage() {
        NetBiosName other = NetBiosName.of("OTHER", NameSuffix.WORKSTATION);
        assertThat(isCopy("aa", ETH0, 1)).isFalse();
        assertThat(isCopy("ab", ETH0, 1)).isFalse();
        assertThat(window.isCopy(other, GROUP, "\\MAILSLOT\\X", Octets.ofHex("aa"), ETH0, 1, 0))
                .isFalse();
        assertThat(window.isCopy(SENDER, other, "\\MAILSLOT\\X", Octets.ofHex("aa"), ETH0, 1, 0))
                .isFalse();
        assertThat(window.isCopy(SENDER, GROUP, "\\MAILSLOT\\Y", Octets.ofHex("aa"), ETH0, 1, 0))
                .isFalse();
    }

    @Test
    void slotsDoNotDifferInCase() {
        assertThat(isCopy("aa", ETH0, 1)).isFalse();
        assertThat(window.isCopy(SENDER, GROUP, "\\mailslot\\x", Octets.ofHex("aa"), ETH0, 1, 0))
                .isTrue();
    }

    @Test
    void afterTheWindowItIsANewMessage() {
        assertThat(isCopy("aa", ETH0, 1)).isFalse();
        millis = 2000;
        assertThat(isCopy("aa", ETH0, 1)).isTrue();
        millis = 2001;
        assertThat(isCopy("aa", ETH0, 1)).isFalse();
    }

    @Test
    void copiesDoNotProlongTheWindow() {
        assertThat(isCopy("aa", ETH0, 1)).isFalse();
        millis = 1500;
        assertThat(isCopy("aa", ETH1, 1)).isTrue();
        millis = 2500;
        assertThat(isCopy("aa", ETH1, 2)).isFalse();
    }

    @Test
    void anIdThatHasGoneRoundIsANewMessage() {
        assertThat(isCopy("aa", ETH0, 7)).isFalse();
        for (int id = 8; id < 7 + 65536; id++) {
            isCopy("bb", ETH0, id & 0xFFFF);
        }
        assertThat(isCopy("aa", ETH0, 7)).isFalse();
    }

    @Test
    void remembersNoMoreThanItsCapacity() {
        for (int i = 0; i < 100; i++) {
            assertThat(isCopy(String.format("%04x", i), ETH0, i)).isFalse();
        }
        assertThat(isCopy("0000", ETH0, 0)).isTrue();
        assertThat(isCopy("ffff", ETH0, 100)).isFalse();
        assertThat(isCopy("0001", ETH0, 1)).isFalse();
    }

    @Test
    void zeroSwitchesItOff() {
        DuplicateWindow off = new DuplicateWindow(Duration.ZERO, 100);
        for (int i = 0; i < 2; i++) {
            assertThat(off.isCopy(SENDER, GROUP, "\\MAILSLOT\\X", Octets.ofHex("aa"), ETH0, 1, 0))
                    .isFalse();
        }
    }

    private boolean isCopy(String payload, Ipv4Address address, int id) {
        return window.isCopy(SENDER, GROUP, "\\MAILSLOT\\X", Octets.ofHex(payload), address, id, millis * 1_000_000);
    }
}
