package io.mailslot4j.protocol.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetBiosNameEncodingTest {
    private static final String FRED = "EGFCEFEECACACACACACACACACACACACA";

    @Test
    void firstLevelOfTheExampleInRfc1002Section41() {
        NetBiosName fred = NetBiosName.of("FRED", new NameSuffix(0x20)).in(NameScope.parse("NETBIOS.COM"));
        assertThat(NetBiosNameEncoding.firstLevel(fred)).isEqualTo(FRED + ".NETBIOS.COM");
    }

    /** The RFC prints FEGHGFCAEOGFHEECEJEPFDCAHEGBGNGF, which has g for h and t for n: it reads "Tge NetBIOS tame". */
    @Test
    void firstLevelOfTheExampleInRfc1001Section141() {
        Octets sixteen = Octets.wrap("The NetBIOS name".getBytes(StandardCharsets.US_ASCII));
        assertThat(NetBiosNameEncoding.firstLevel(NetBiosName.ofOctets(sixteen)))
                .isEqualTo("FEGIGFCAEOGFHEECEJEPFDCAGOGBGNGF");
    }

    @Test
    void firstLevelOfTheBroadcastNameInRfc1001Section172() {
        assertThat(NetBiosNameEncoding.firstLevel(NetBiosName.BROADCAST)).isEqualTo("CK" + "A".repeat(30));
    }

    @Test
    void secondLevelPutsALengthBeforeEachLabel() {
        NetBiosName fred = NetBiosName.of("FRED", new NameSuffix(0x20)).in(NameScope.parse("NETBIOS.COM"));
        String expected = "20" + hex(FRED) + "07" + hex("NETBIOS") + "03" + hex("COM") + "00";
        assertThat(write(fred).toHex()).isEqualTo(expected);
        assertThat(NetBiosNameEncoding.length(fred)).isEqualTo(34 + 12);
        assertThat(read(expected)).isEqualTo(fred);
    }

    @Test
    void anyOctetsGoThereAndBack() {
        Random random = new Random(20261121);
        for (int i = 0; i < 1000; i++) {
            byte[] octets = new byte[16];
            random.nextBytes(octets);
            NetBiosName name = NetBiosName.ofOctets(Octets.wrap(octets));
            assertThat(read(write(name).toHex())).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0, 'needs 1 octets, 0 left'",
        "21, 0, 'label length 0x21 is not 0x20'",
        "c00c, 0, 'a label pointer, which datagrams must not have'",
        "20 45 47, 3, 'needs 1 octets, 0 left'",
        "20 45 51, 2, 'octet 0x51 is not a letter of A to P'",
        "20 65 67, 1, 'octet 0x65 is not a letter of A to P'"
    })
    void refusesWhatIsNoName(String hex, int offset, String reason) {
        MalformedPacketException e =
                catchThrowableOfType(MalformedPacketException.class, () -> read(hex.replace(" ", "")));
        assertThat(e.field()).isEqualTo("a name");
        assertThat(e.offset()).isEqualTo(offset);
        assertThat(e.reason()).isEqualTo(reason);
        assertThat(e.getStackTrace()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "c00e, 33, 'a label pointer, which datagrams must not have'",
        "40, 33, 'label length 0x40 is over 63'",
        "0141, 35, 'needs 1 octets, 0 left'",
        "0541, 34, 'needs 5 octets, 1 left'"
    })
    void refusesWhatIsNoScope(String scope, int offset, String reason) {
        MalformedPacketException e =
                catchThrowableOfType(MalformedPacketException.class, () -> read("20" + hex(FRED) + scope));
        assertThat(e.offset()).isEqualTo(offset);
        assertThat(e.reason()).isEqualTo(reason);
    }

    @Test
    void takes255OctetsAndNoMore() {
        String label = "3f" + "41".repeat(63);
        String longest = "20" + hex(FRED) + label.repeat(3) + "1c" + "41".repeat(28) + "00";
        assertThat(longest).hasSize(2 * 255);
        assertThat(write(read(longest)).toHex()).isEqualTo(longest);
        String tooLong = "20" + hex(FRED) + label.repeat(3) + "1d" + "41".repeat(29) + "00";
        assertThatThrownBy(() -> read(tooLong)).hasMessageContaining("longer than 255 octets");
    }

    @Test
    void aScopeHasLabelsOf63AndIsNoLongerThan221() {
        String label = "L".repeat(63) + ".";
        for (String scope : List.of("L".repeat(63), label.repeat(3) + "M".repeat(28))) {
            assertThat(NameScope.parse(scope)).hasToString(scope);
        }
        for (String scope : List.of("L".repeat(64), label.repeat(3) + "M".repeat(29), "a..b", "caf\u00e9")) {
            assertThatThrownBy(() -> NameScope.parse(scope))
                    .as(scope)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("scope '" + scope + "'");
        }
    }

    @Test
    void aScopeKeepsLabelsThatNobodyShouldUse() {
        String odd = "20" + hex(FRED) + "03" + "2e071b" + "00";
        NetBiosName name = read(odd);
        assertThat(name.scope()).hasToString("\\x2e\\x07\\x1b");
        assertThat(write(name).toHex()).isEqualTo(odd);
    }

    private static Octets write(NetBiosName name) {
        PacketWriter out = new PacketWriter(64);
        NetBiosNameEncoding.write(name, out);
        return out.done();
    }

    private static NetBiosName read(String hex) {
        return NetBiosNameEncoding.read(new PacketReader(Octets.ofHex(hex), 0), "a name");
    }

    private static String hex(String ascii) {
        return Octets.wrap(ascii.getBytes(StandardCharsets.US_ASCII)).toHex();
    }
}
