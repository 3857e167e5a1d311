package io.mailslot4j.protocol.datagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DatagramMessageTest {
    private static final DatagramHeader HEADER = new DatagramHeader(
            DatagramType.DIRECT_UNIQUE, DatagramFlags.whole(NodeType.H), 0x1234, Ipv4Address.parse("10.9.8.2"), 138);

    static Stream<Octets> golden() {
        return Stream.of(
                GoldenDatagrams.DEMO1,
                GoldenDatagrams.HOST_ANNOUNCEMENT,
                GoldenDatagrams.BACKUP_LIST_REQUEST,
                GoldenDatagrams.SAM_RESPONSE,
                GoldenDatagrams.QUERY,
                GoldenDatagrams.ERROR);
    }

    @ParameterizedTest
    @MethodSource("golden")
    void goesBackToTheOctetsItCameFrom(Octets packet) {
        assertThat(DatagramMessage.decode(packet).encode()).isEqualTo(packet);
    }

    @Test
    void everyFieldOfADirectUniqueDatagram() {
        NetBiosDatagram datagram = (NetBiosDatagram) DatagramMessage.decode(GoldenDatagrams.DEMO1);
        assertThat(datagram.header()).isEqualTo(HEADER);
        assertThat(datagram.length()).isEqualTo(170);
        assertThat(datagram.packetOffset()).isZero();
        assertThat(datagram.source()).hasToString("JAVABOX<00>");
        assertThat(datagram.destination()).hasToString("SMBSRV<00>");
        assertThat(datagram.userDataOffset()).isEqualTo(82);
        assertThat(datagram.userData()).isEqualTo(GoldenDatagrams.DEMO1.from(82));
    }

    @Test
    void aNewDatagramSaysItsLength() {
        NetBiosDatagram datagram = NetBiosDatagram.of(
                HEADER,
                NetBiosName.of("JAVABOX", NameSuffix.WORKSTATION),
                NetBiosName.of("SMBSRV", NameSuffix.WORKSTATION),
                GoldenDatagrams.DEMO1.from(82));
        assertThat(datagram.encode()).isEqualTo(GoldenDatagrams.DEMO1);
    }

    @Test
    void everyFieldOfADatagramError() {
        DatagramError error = (DatagramError) DatagramMessage.decode(GoldenDatagrams.ERROR);
        assertThat(error.header().sourcePort()).isEqualTo(0xC64D);
        assertThat(error.code()).isEqualTo(DatagramErrorCode.DESTINATION_NAME_NOT_PRESENT);
        assertThat(error.code()).hasToString("destination name not present (0x82)");
    }

    @Test
    void anUnknownErrorCodeIsKept() {
        DatagramError error = (DatagramError) DatagramMessage.decode(Octets.ofHex("130c00080a090802c64d7f"));
        assertThat(error.code().value()).isEqualTo(0x7F);
        assertThat(error.code()).hasToString("unknown error (0x7f)");
    }

    @ParameterizedTest
    @EnumSource(
            value = DatagramType.class,
            names = {"QUERY_REQUEST", "POSITIVE_QUERY_RESPONSE", "NEGATIVE_QUERY_RESPONSE"})
    void aQueryAndBothItsAnswers(DatagramType type) {
        byte[] octets = GoldenDatagrams.QUERY.toArray();
        octets[0] = (byte) type.value();
        DatagramQuery query = (DatagramQuery) DatagramMessage.decode(Octets.wrap(octets));
        assertThat(query.header().type()).isEqualTo(type);
        assertThat(query.destination()).hasToString("TESTWG<1D>");
        assertThat(query.encode()).isEqualTo(Octets.wrap(octets));
    }

    @Test
    void aLengthThatIsWrongIsKeptAndTheUserDataIsWhatCame() {
        byte[] octets = GoldenDatagrams.DEMO1.toArray();
        octets[11] = 7;
        NetBiosDatagram datagram = (NetBiosDatagram) DatagramMessage.decode(Octets.wrap(octets));
        assertThat(datagram.length()).isEqualTo(7);
        assertThat(datagram.userData().size()).isEqualTo(102);
        assertThat(datagram.encode()).isEqualTo(Octets.wrap(octets));
    }

    @Test
    void reservedFlagsAreKept() {
        byte[] octets = GoldenDatagrams.DEMO1.toArray();
        octets[1] = (byte) 0xF6;
        DatagramMessage message = DatagramMessage.decode(Octets.wrap(octets));
        assertThat(message.header().flags().nodeType()).isEqualTo(NodeType.P);
        assertThat(message.header().flags().first()).isTrue();
        assertThat(message.encode()).isEqualTo(Octets.wrap(octets));
    }

    @Test
    void aPacketWithoutTheFirstFlagButAtOffsetZeroHasNames() {
        byte[] octets = GoldenDatagrams.DEMO1.toArray();
        octets[1] = 0;
        assertThat(DatagramMessage.decode(Octets.wrap(octets))).isInstanceOf(NetBiosDatagram.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'', message type, 0, 'needs 1 octets, 0 left'",
        "00, message type, 0, '0x00 is not one of 0x10 to 0x16'",
        "17, message type, 0, '0x17 is not one of 0x10 to 0x16'",
        "100e12, datagram id, 2, 'needs 2 octets, 1 left'",
        "100e12340a0908, source address, 4, 'needs 4 octets, 3 left'",
        "100e12340a090802008a00aa00, packet offset, 12, 'needs 2 octets, 1 left'",
        "130c00080a090802c64d, error code, 10, 'needs 1 octets, 0 left'",
        "140e004d0a0908028826c00c, destination name, 10, 'a label pointer, which datagrams must not have'"
    })
    void saysWhereAndWhyItIsNoDatagram(String hex, String field, int offset, String reason) {
        MalformedPacketException e =
                catchThrowableOfType(MalformedPacketException.class, () -> DatagramMessage.decode(Octets.ofHex(hex)));
        assertThat(List.of(e.field(), e.offset(), e.reason())).isEqualTo(List.of(field, offset, reason));
    }

    @Test
    void anyOctetsAreAMessageOrTheOneException() {
        Random random = new Random(20261121);
        int messages = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] octets = GoldenDatagrams.DEMO1.toArray();
            for (int changes = random.nextInt(6); changes >= 0; changes--) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
            }
            Octets packet = Octets.wrap(octets).slice(0, random.nextInt(octets.length + 1));
            try {
                assertThat(DatagramMessage.decode(packet).encode()).isEqualTo(packet);
                messages++;
            } catch (MalformedPacketException expected) {
                assertThat(expected.offset()).isBetween(0, packet.size());
            }
        }
        assertThat(messages).isBetween(1_000, 99_000);
    }
}
