package io.mailslot4j.protocol.mailslot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.GoldenDatagrams;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.smb.SmbHeader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailslotWriteTest {
    private static final Octets SMB = GoldenDatagrams.DEMO1.from(82);

    @Test
    void writesWhatAWindowsClientWrites() {
        MailslotWrite write = MailslotWrite.of(
                "\\MAILSLOT\\DEMO1", Octets.wrap("HELLO MAILSLOT".getBytes(StandardCharsets.US_ASCII)));
        assertThat(write.encode()).isEqualTo(SMB);
        assertThat(write.oddities()).isEmpty();
    }

    /** The numbers of the network capture that MS-MAIL section 4 prints. */
    @Test
    void padsAsTheExampleOfMsMailSection4() {
        MailslotWrite write = MailslotWrite.of("\\MAILSLOT\\test1\\sample_mailslot", Octets.zeros(36));
        assertThat(write.padding()).isEqualTo(Octets.zeros(3));
        assertThat(write.dataOffset()).isEqualTo(104);
        assertThat(write.words().byteCount()).isEqualTo(71);
        assertThat(write.words().parameterOffset()).isEqualTo(104);
    }

    @Test
    void everyFieldOfNmbdsHostAnnouncement() {
        NetBiosDatagram datagram = (NetBiosDatagram) DatagramMessage.decode(GoldenDatagrams.HOST_ANNOUNCEMENT);
        MailslotWrite write = MailslotWrite.decode(datagram);
        assertThat(write.header()).isEqualTo(new SmbHeader(SmbHeader.TRANSACTION, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(write.words()).isEqualTo(new TransactionWords(0, 38, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 55));
        assertThat(write.slot()).isEqualTo("\\MAILSLOT\\BROWSE");
        assertThat(write.padding().isEmpty()).isTrue();
        assertThat(write.data().size()).isEqualTo(38);
        assertThat(write.data().get(0)).isEqualTo(1);
        assertThat(write.trailing().isEmpty()).isTrue();
        assertThat(write.encode()).isEqualTo(datagram.userData());
    }

    @Test
    void anyMessageGoesThereAndBack() {
        Random random = new Random(20261121);
        for (int i = 0; i < 1000; i++) {
            byte[] data = new byte[random.nextInt(430)];
            random.nextBytes(data);
            MailslotWrite write =
                    MailslotWrite.of("\\MAILSLOT\\" + "S".repeat(1 + random.nextInt(30)), Octets.wrap(data));
            assertThat(write.dataOffset() % 4).isZero();
            assertThat(MailslotWrite.decode(write.encode())).isEqualTo(write);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'word count', 32, 10",
        "'setup count', 59, 02",
        "'mailslot opcode', 61, 02",
        "'SMB command', 4, a0",
        "'SMB protocol', 0, fe",
        "'data offset', 57, 45",
        "'data offset', 57, ff",
        "'slot name', 69, 2f",
        "'data', 55, 0f"
    })
    void refusesAWrongOctetAndSaysWhere(String field, int at, String octet) {
        MalformedPacketException e =
                catchThrowableOfType(MalformedPacketException.class, () -> MailslotWrite.decode(with(at, octet)));
        assertThat(e.field()).isEqualTo(field);
        assertThat(e.offset()).isEqualTo(field.equals("data") ? 88 : at);
    }

    @Test
    void offsetsInADatagramCountFromItsStart() {
        byte[] octets = GoldenDatagrams.DEMO1.toArray();
        octets[82 + 59] = 2;
        NetBiosDatagram datagram = (NetBiosDatagram) DatagramMessage.decode(Octets.wrap(octets));
        assertThatThrownBy(() -> MailslotWrite.decode(datagram)).hasMessage("setup count at offset 141: 2 is not 3");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 9, 10, 14, 22, 24, 26, 28, 30, 33, 35, 37, 39, 41, 42, 43, 45, 49, 51, 53, 60, 63, 65, 67})
    void whatReceiversDoNotLookAtMayBeAnythingAndIsKept(int at) {
        Octets odd = with(at, "5a");
        assertThat(MailslotWrite.decode(odd).encode()).isEqualTo(odd);
    }

    @Test
    void aNameWithoutItsNulIsRefused() {
        byte[] octets = SMB.toArray();
        for (int i = 84; i < 88; i++) {
            octets[i] = 'X';
        }
        assertThatThrownBy(() -> MailslotWrite.decode(Octets.wrap(octets)))
                .hasMessage("slot name at offset 69: no NUL before the data at 88");
    }

    @Test
    void dataNeedNotBePaddedAndMayStandFartherBehind() {
        byte[] far = new byte[SMB.size() + 10];
        SMB.copyTo(far, 0);
        far[57] = (byte) (88 + 10);
        MailslotWrite write = MailslotWrite.decode(Octets.wrap(far));
        assertThat(write.padding().size()).isEqualTo(13);
        assertThat(write.data().size()).isEqualTo(14);
        assertThat(write.encode()).isEqualTo(Octets.wrap(far));
    }

    @Test
    void octetsBehindTheDataAreKeptAndNoted() {
        Octets longer = Octets.ofHex(SMB.toHex() + "0102");
        MailslotWrite write = MailslotWrite.decode(longer);
        assertThat(write.data().size()).isEqualTo(14);
        assertThat(write.oddities()).containsExactly("2 octets behind the data");
        assertThat(write.encode()).isEqualTo(longer);
    }

    @Test
    void countsThatDisagreeAreToleratedAndNoted() {
        Octets odd = with(35, "0a");
        assertThat(MailslotWrite.decode(odd).oddities())
                .containsExactly("total data count 10 is not the data count 14");
    }

    @Test
    void noDataIsAMessageToo() {
        MailslotWrite write = MailslotWrite.of("\\mailslot\\X", Octets.EMPTY);
        assertThat(MailslotWrite.decode(write.encode())).isEqualTo(write);
    }

    @Test
    void aUnicodeNameIsRefusedAndNamedAsSuch() {
        byte[] octets = SMB.toArray();
        octets[11] = (byte) 0x80;
        octets[70] = 0;
        assertThatThrownBy(() -> MailslotWrite.decode(Octets.wrap(octets))).hasMessageContaining("Unicode");
    }

    @Test
    void refusesToWriteANameThatNobodyCouldRead() {
        for (String slot : List.of("DEMO", "\\MAILSLOT\\", "\\MAILSLOT\\a\u0000b", "\\MAILSLOT\\\u0394")) {
            assertThatThrownBy(() -> MailslotWrite.of(slot, Octets.EMPTY)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** With no data behind it, such a name fills the largest datagram. */
    @Test
    void aNameIsNoLongerThanADatagram() {
        String longest = "\\MAILSLOT\\" + "x".repeat(433);
        assertThat(MailslotWrite.decode(MailslotWrite.of(longest, Octets.EMPTY).encode())
                        .slot())
                .isEqualTo(longest);
        assertThatThrownBy(() -> MailslotWrite.of(longest + "x", Octets.EMPTY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("444 characters are more than 443");
    }

    private static Octets with(int at, String octet) {
        byte[] octets = SMB.toArray();
        octets[at] = (byte) Integer.parseInt(octet, 16);
        return Octets.wrap(octets);
    }
}
