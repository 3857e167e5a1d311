package io.mailslot4j.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
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
        assertThat(isCopy("0001", ETH0, 1)).isTrue();
        assertThat(isCopy("0000", ETH0, 0)).isFalse();
    }

    /** However often the numbers have gone round by which they are found. */
    @Test
    void whileItIsFullEachThatItHoldsIsFound() {
        DuplicateWindow full = new DuplicateWindow(Duration.ofSeconds(2), DuplicateWindow.DEFAULT_CAPACITY);
        for (int i = 0; i < 200_000; i++) {
            assertThat(isCopy(full, i)).isFalse();
            int oldest = i - DuplicateWindow.DEFAULT_CAPACITY + 1;
            if (oldest >= 0) {
                assertThat(isCopy(full, oldest)).as("message %d", oldest).isTrue();
            }
        }
    }

    private static boolean isCopy(DuplicateWindow window, int number) {
        Octets text = Octets.ofHex(String.format("%08x", number));
        return window.isCopy(SENDER, GROUP, "\\MAILSLOT\\X", text, ETH0, number & 0xFFFF, 0);
    }

    @Test
    void copiesAreCountedWithTheirOriginalInWhicheverOrderTheyCome() {
        Copies first = Objects.requireNonNull(remember("aa", ETH0, 1));
        Copies second = Objects.requireNonNull(remember("aa", ETH0, 2));
        assertThat(isCopy("aa", ETH1, 1)).isTrue();
        assertThat(isCopy("aa", ETH0, 1)).isTrue();
        assertThat(isCopy("aa", ETH1, 77)).isTrue();
        assertThat(first.count()).isEqualTo(2);
        assertThat(second.count()).isEqualTo(1);
    }

    /** As a flood does, or one who sends what wants one place on purpose: this costs no more than the latest of it. */
    @Test
    void ofATextThatIsRepeatedVeryOftenTheLatestAreKnown() {
        for (int id = 0; id < 50; id++) {
            assertThat(isCopy("aa", ETH0, id)).isFalse();
        }
        assertThat(isCopy("aa", ETH0, 34)).isTrue();
        assertThat(isCopy("aa", ETH0, 33)).isFalse();
    }

    /** Beside a table of everything that came, over seeds that make copies, new messages, and such as expire. */
    @Test
    void saysTheSameAsOneThatRemembersEverything() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            DuplicateWindow tested = new DuplicateWindow(Duration.ofSeconds(2), 100);
            List<Came> all = new ArrayList<>();
            long now = random.nextLong();
            for (int i = 0; i < 200; i++) {
                now += random.nextInt(200) * 1_000_000L;
                Came came = new Came(
                        String.format("%02x", random.nextInt(6)),
                        random.nextBoolean() ? ETH0 : ETH1,
                        random.nextInt(8),
                        now);
                boolean copy = tested.isCopy(
                        SENDER, GROUP, "\\MAILSLOT\\X", Octets.ofHex(came.payload), came.address, came.id, now);
                assertThat(copy).as("seed %d, message %d", seed, i).isEqualTo(came.isCopyOfOneOf(all));
                if (!copy) {
                    all.add(came);
                }
            }
        }
    }

    private record Came(String payload, Ipv4Address address, int id, long nanos) {
        boolean isCopyOfOneOf(List<Came> all) {
            return all.stream()
                    .filter(one -> one.payload.equals(payload) && nanos - one.nanos <= 2_000_000_000L)
                    .anyMatch(one -> one.id == id || !one.address.equals(address));
        }
    }

    @Test
    void aCapacityThatIdsGoRoundInIsRefused() {
        assertThatThrownBy(() -> new DuplicateWindow(Duration.ofSeconds(2), 0x8001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a duplicate window cannot have a capacity of 32769: it is 1 to 32768");
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
        return remember(payload, address, id) == null;
    }

    private @Nullable Copies remember(String payload, Ipv4Address address, int id) {
        return window.remember(SENDER, GROUP, "\\MAILSLOT\\X", Octets.ofHex(payload), address, id, millis * 1_000_000);
    }
}
