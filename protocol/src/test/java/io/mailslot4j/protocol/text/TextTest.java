package io.mailslot4j.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.Guid;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TextTest {

    private static PacketReader reader(String hex) {
        return new PacketReader(Octets.ofHex(hex), 0);
    }

    @Test
    void oemTextEndsAtItsZeroOrTheEnd() {
        assertThat(OemText.read(reader("414200ff"), "text")).isEqualTo(OemText.of("AB"));
        assertThat(OemText.read(reader("4142"), "text")).isEqualTo(new OemText(Octets.ofHex("4142"), false));
        assertThat(OemText.read(reader(""), "text")).isEqualTo(new OemText(Octets.EMPTY, false));
    }

    @Test
    void oemTextIsInACodePage() {
        Charset ibm850 = Charset.forName("IBM850");
        OemText text = OemText.of("Grüße", ibm850);
        assertThat(text.octets()).isEqualTo(Octets.ofHex("477281e165"));
        assertThat(text.text(ibm850)).isEqualTo("Grüße");
        assertThatIllegalArgumentException().isThrownBy(() -> OemText.of("日本", ibm850));
    }

    @Test
    void unicodeTextHasWholeUnits() {
        assertThat(UnicodeText.read(reader("4100420000ff0000"), "text")).hasToString("AB\uff00");
        assertThat(UnicodeText.read(reader("410042"), "text")).isEqualTo(new UnicodeText(Octets.ofHex("4100"), false));
        assertThatIllegalArgumentException().isThrownBy(() -> new UnicodeText(Octets.ofHex("41"), true));
        assertThatIllegalArgumentException().isThrownBy(() -> UnicodeText.of("a\0b"));
    }

    @Test
    void fixedTextsAreFilledUpWithZeros() {
        assertThat(FixedText.of("AB", 4).octets()).isEqualTo(Octets.ofHex("41420000"));
        assertThat(FixedUnicode.of("AB", 4).octets()).isEqualTo(Octets.ofHex("4100420000000000"));
        assertThat(new FixedText(Octets.ofHex("410042"))).hasToString("A");
        assertThat(new FixedUnicode(Octets.ofHex("4100420000004300"))).hasToString("AB");
        assertThat(new FixedUnicode(Octets.ofHex("41004200"))).hasToString("AB");
        assertThatIllegalArgumentException().isThrownBy(() -> FixedText.of("ABCD", 4));
        assertThatIllegalArgumentException().isThrownBy(() -> FixedUnicode.of("ABCD", 4));
        assertThatIllegalArgumentException().isThrownBy(() -> FixedText.of("A\0B", 4));
        assertThatIllegalArgumentException().isThrownBy(() -> FixedUnicode.of("A\0B", 4));
    }

    /** RFC 1035 section 4.1.4. */
    @Test
    void namesOfDnsMayPointBack() {
        PacketReader in = reader("01460349534904415250410003464f4fc0000349534ec0" + "0600");
        assertThat(DnsName.read(in, "first")).isEqualTo(DnsName.of("F.ISI.ARPA"));
        DnsName second = DnsName.read(in, "second");
        assertThat(second).hasToString("FOO.F.ISI.ARPA");
        assertThat(second.tail()).isEqualTo(Optional.of(new DnsName.Pointer(4, 0)));
        PacketWriter out = new PacketWriter(8);
        second.write(out);
        assertThat(out.done()).isEqualTo(Octets.ofHex("03464f4fc000"));
    }

    @Test
    void namesOfDnsHaveLabelsOf63AndAreNoLongerThan255() {
        assertThatIllegalArgumentException().isThrownBy(() -> DnsName.of("a..b"));
        assertThatIllegalArgumentException().isThrownBy(() -> DnsName.of("x".repeat(64)));
        String label = "x".repeat(62) + ".";
        assertThatIllegalArgumentException().isThrownBy(() -> DnsName.of(label.repeat(4) + "ab"));
        for (String longest : List.of(label.repeat(4) + "a", "x".repeat(63))) {
            PacketWriter out = new PacketWriter(256);
            DnsName.of(longest).write(out);
            assertThat(DnsName.read(new PacketReader(out.done(), 0), "name")).hasToString(longest);
        }
        String tooLong = ("3e" + "78".repeat(62)).repeat(4) + "02616200";
        assertThatExceptionOfType(MalformedPacketException.class)
                .isThrownBy(() -> DnsName.read(reader(tooLong), "name"));
    }

    @Test
    void pointersAreFollowedTenTimesAtMost() {
        StringBuilder chain = new StringBuilder("016100");
        for (int i = 0; i < 11; i++) {
            chain.append(String.format(Locale.ROOT, "c0%02x", i == 0 ? 0 : 1 + 2 * i));
        }
        PacketReader in = reader(chain.toString());
        in.octets(3 + 2 * 9, "before");
        assertThat(DnsName.read(in, "name")).hasToString("a");
        assertThatExceptionOfType(MalformedPacketException.class)
                .isThrownBy(() -> DnsName.read(in, "name"))
                .withMessageContaining("more than 10 label pointers");
    }

    /** A message can be that long in a datagram that is not Windows'. */
    @Test
    void pointersGoToTheLastOctetThatFourteenBitsCanSay() {
        for (int target : new int[] {0x2FFF, 0x3000, 0x3FFF}) {
            PacketWriter out = new PacketWriter(0x4000).octets(Octets.zeros(target));
            Octets message =
                    out.octets(Octets.ofHex("016100")).u16(0xC000 | target).done();
            PacketReader in = new PacketReader(message, 0);
            in.octets(target + 3, "before");
            DnsName name = DnsName.read(in, "name");
            assertThat(name).hasToString("a");
            assertThat(name.tail()).isEqualTo(Optional.of(new DnsName.Pointer(0, target)));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new DnsName.Pointer(0, 0x4000));
    }

    @Test
    void whatAPointerGoesToIsWrongWhereItStandsInThePacket() {
        PacketReader in = new PacketReader(Octets.ofHex("ffff7f" + "c002"), 1000);
        in.octets(3, "before");
        assertThatExceptionOfType(MalformedPacketException.class)
                .isThrownBy(() -> DnsName.read(in, "name"))
                .withMessageStartingWith("name at offset 1002: a label of 127 octets");
    }

    @Test
    void halvesOfCharactersAreNotWritten() {
        assertThat(UnicodeText.of("\uD83D\uDE00").octets()).isEqualTo(Octets.ofHex("3dd800de"));
        assertThatIllegalArgumentException().isThrownBy(() -> UnicodeText.of("\uD83DA"));
        assertThatIllegalArgumentException().isThrownBy(() -> DnsName.of("a\uDE00"));
    }

    /** MS-DTYP section 2.3.4.2. */
    @Test
    void guidsHaveTheirFirstFieldsTurned() {
        UUID guid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
        PacketWriter out = new PacketWriter(16);
        Guid.write(guid, out);
        Octets octets = out.done();
        assertThat(octets).isEqualTo(Octets.ofHex("33221100554477668899aabbccddeeff"));
        assertThat(Guid.read(new PacketReader(octets, 0), "guid")).isEqualTo(guid);
    }
}
