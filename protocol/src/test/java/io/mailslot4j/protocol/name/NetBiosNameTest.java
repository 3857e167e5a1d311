package io.mailslot4j.protocol.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.protocol.Octets;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetBiosNameTest {
    private static final NameSuffix WORKSTATION = NameSuffix.WORKSTATION;

    @Test
    void isUpperCasedAndPaddedWithSpaces() {
        assertThat(NetBiosName.of("fred", NameSuffix.SERVER).octets().toHex())
                .isEqualTo("46524544" + "20".repeat(11) + "20");
        assertThat(NetBiosName.of("fred", WORKSTATION).octets().get(15)).isZero();
    }

    @Test
    void theBroadcastNameIsPaddedWithZeros() {
        assertThat(NetBiosName.BROADCAST.octets().toHex()).isEqualTo("2a" + "00".repeat(15));
        assertThat(NetBiosName.BROADCAST.text()).isEqualTo("*");
    }

    @ParameterizedTest
    @CsvSource({
        "FRED, FRED<00>",
        "fred<1c>, FRED<1C>",
        "FRED#1b, FRED<1B>",
        "A B<20>, A B<20>",
        "ABCDEFGHIJKLMNO<3>, ABCDEFGHIJKLMNO<03>"
    })
    void readsThreeTextForms(String text, String shown) {
        assertThat(NetBiosName.parse(text, WORKSTATION)).hasToString(shown);
    }

    @Test
    void aSuffixAloneIsNoName() {
        assertThatThrownBy(() -> NetBiosName.parse("<1C>", WORKSTATION))
                .hasMessage("'<1C>' is a suffix without a name: write NAME<1C>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABCDEFGHIJKLMNOP", "MÜLLER", "ABCDEFGHIJKLMNOP<00>"})
    void refusesWhatIsNoName(String text) {
        assertThatThrownBy(() -> NetBiosName.parse(text, WORKSTATION)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void otherCharactersNeedTheCodePageOfTheHosts() {
        Charset oem = Charset.forName("IBM850");
        NetBiosName name = NetBiosName.of("müller", WORKSTATION, oem);
        assertThat(name.octets().get(1)).isEqualTo(0x9A);
        assertThat(name.text(oem)).isEqualTo("MÜLLER");
        assertThatThrownBy(() -> NetBiosName.of("Ω", WORKSTATION, Charset.forName("IBM850")))
                .hasMessageContaining("IBM850");
    }

    @Test
    void showsNothingThatATerminalWouldObey() {
        NetBiosName hostile = NetBiosName.ofOctets(Octets.ofHex("1b5b324a075c80" + "20".repeat(8) + "00"));
        assertThat(hostile).hasToString("\\x1b[2J\\x07\\x5c\\x80<00>");
    }

    @Test
    void isEqualByAllSixteenOctetsAndScope() {
        NetBiosName name = NetBiosName.of("FRED", WORKSTATION);
        assertThat(name)
                .isEqualTo(NetBiosName.parse("fred", WORKSTATION))
                .hasSameHashCodeAs(NetBiosName.parse("fred", WORKSTATION))
                .isNotEqualTo(name.with(NameSuffix.SERVER))
                .isNotEqualTo(name.in(NameScope.parse("X")));
        assertThat(name.hasSameTextAs(name.with(NameSuffix.SERVER))).isTrue();
    }

    @Test
    void textsAreTheSameWithoutRegardToCaseWhateverTheOctets() {
        for (int one = 0; one < 256; one++) {
            for (int other = 0; other < 256; other++) {
                NetBiosName first = withOctet(5, one);
                assertThat(first.hasSameTextAs(withOctet(5, other)))
                        .as("%02x and %02x", one, other)
                        .isEqualTo(first.text()
                                .equalsIgnoreCase(withOctet(5, other).text()));
                NetBiosName last = withOctet(14, one);
                assertThat(last.hasSameTextAs(withOctet(14, other)))
                        .as("%02x and %02x at the end", one, other)
                        .isEqualTo(last.text()
                                .equalsIgnoreCase(withOctet(14, other).text()));
            }
        }
    }

    private static NetBiosName withOctet(int index, int octet) {
        byte[] octets = "SERVER-OF-ALL  \0".getBytes(StandardCharsets.ISO_8859_1);
        octets[index] = (byte) octet;
        return NetBiosName.ofOctets(Octets.wrap(octets));
    }
}
