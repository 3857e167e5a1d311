package io.mailslot4j.pcaps;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.Payload;
import io.mailslot4j.protocol.datagram.DatagramHeader;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.mailslot.TransactionWords;
import io.mailslot4j.protocol.payload.PayloadKind;
import io.mailslot4j.protocol.smb.SmbHeader;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A datagram that was decoded from a capture and is encoded again gives the captured octets, and each field has a place of
 * its own.
 */
class ReencodeDatagramsTest {
    /** RFC 1002 section 4.4.1. */
    private static final Map<String, FieldPlace> OF_DATAGRAM_HEADER = Map.of(
            "type", FieldPlace.bigEndian(0, 1),
            "flags", FieldPlace.bigEndian(1, 1),
            "id", FieldPlace.bigEndian(2, 2),
            "sourceAddress", FieldPlace.bigEndian(4, 4),
            "sourcePort", FieldPlace.bigEndian(8, 2));
    /** RFC 1002 section 4.4.2. */
    private static final Map<String, FieldPlace> OF_DATAGRAM =
            Map.of("length", FieldPlace.bigEndian(10, 2), "packetOffset", FieldPlace.bigEndian(12, 2));
    /** MS-CIFS section 2.2.3.1. */
    private static final Map<String, FieldPlace> OF_SMB_HEADER = Map.ofEntries(
            Map.entry("command", FieldPlace.littleEndian(4, 1)),
            Map.entry("status", FieldPlace.littleEndian(5, 4)),
            Map.entry("flags", FieldPlace.littleEndian(9, 1)),
            Map.entry("flags2", FieldPlace.littleEndian(10, 2)),
            Map.entry("pidHigh", FieldPlace.littleEndian(12, 2)),
            Map.entry("securityFeatures", FieldPlace.littleEndian(14, 8)),
            Map.entry("reserved", FieldPlace.littleEndian(22, 2)),
            Map.entry("tid", FieldPlace.littleEndian(24, 2)),
            Map.entry("pidLow", FieldPlace.littleEndian(26, 2)),
            Map.entry("uid", FieldPlace.littleEndian(28, 2)),
            Map.entry("mid", FieldPlace.littleEndian(30, 2)));
    /** MS-MAIL section 2.2.1, MS-CIFS section 2.2.4.33.1; from the start of the SMB message. */
    private static final Map<String, FieldPlace> OF_TRANSACTION_WORDS = Map.ofEntries(
            Map.entry("totalParameterCount", FieldPlace.littleEndian(33, 2)),
            Map.entry("totalDataCount", FieldPlace.littleEndian(35, 2)),
            Map.entry("maxParameterCount", FieldPlace.littleEndian(37, 2)),
            Map.entry("maxDataCount", FieldPlace.littleEndian(39, 2)),
            Map.entry("maxSetupCount", FieldPlace.littleEndian(41, 1)),
            Map.entry("reserved1", FieldPlace.littleEndian(42, 1)),
            Map.entry("flags", FieldPlace.littleEndian(43, 2)),
            Map.entry("timeout", FieldPlace.littleEndian(45, 4)),
            Map.entry("reserved2", FieldPlace.littleEndian(49, 2)),
            Map.entry("parameterCount", FieldPlace.littleEndian(51, 2)),
            Map.entry("parameterOffset", FieldPlace.littleEndian(53, 2)),
            Map.entry("reserved3", FieldPlace.littleEndian(60, 1)),
            Map.entry("priority", FieldPlace.littleEndian(63, 2)),
            Map.entry("mailslotClass", FieldPlace.littleEndian(65, 2)),
            Map.entry("byteCount", FieldPlace.littleEndian(67, 2)));

    private static final Set<NetBiosDatagram> DATAGRAMS = new HashSet<>();
    private static final Set<MailslotWrite> WRITES = new HashSet<>();
    private static final Set<Payload> PAYLOADS = new HashSet<>();

    @BeforeAll
    static void everyCapturedMessageIsEncodedAsItCame() throws IOException {
        int messages = 0;
        for (Octets captured : CaptureFile.payloads(CaptureFile.DATAGRAM_SERVICE)) {
            try {
                DatagramMessage message = DatagramMessage.decode(captured);
                assertThat(message.encode()).isEqualTo(captured);
                messages++;
                if (message instanceof NetBiosDatagram datagram) {
                    DATAGRAMS.add(datagram);
                    MailslotWrite write = MailslotWrite.decode(datagram);
                    assertThat(write.encode()).isEqualTo(datagram.userData());
                    WRITES.add(write);
                    Payload payload = PayloadKind.decode(write);
                    assertThat(payload.encode()).isEqualTo(write.data());
                    PAYLOADS.add(payload);
                }
            } catch (MalformedPacketException refused) {
                // What cannot be read is not written either; which packets those are is the agreement test's business.
            }
        }
        System.out.println("encoded again: " + messages + " messages, " + DATAGRAMS.size() + " different datagrams, "
                + WRITES.size() + " different mailslot writes, " + PAYLOADS.size() + " different payloads of "
                + PAYLOADS.stream().map(Payload::getClass).distinct().count() + " kinds");
        assertThat(WRITES).hasSizeGreaterThan(50);
    }

    @Test
    void eachFieldOfADatagramHeaderHasItsPlace() {
        for (NetBiosDatagram datagram : DATAGRAMS) {
            FieldPlace.check(
                    datagram.header(),
                    OF_DATAGRAM_HEADER,
                    header -> with(datagram, header).encode());
        }
    }

    @Test
    void eachFieldOfADatagramHasItsPlace() {
        for (NetBiosDatagram datagram : DATAGRAMS) {
            FieldPlace.check(datagram, OF_DATAGRAM, NetBiosDatagram::encode);
        }
    }

    @Test
    void eachFieldOfAnSmbHeaderHasItsPlace() {
        for (MailslotWrite write : WRITES) {
            FieldPlace.check(
                    write.header(),
                    OF_SMB_HEADER,
                    header -> with(write, header, write.words()).encode());
        }
    }

    @Test
    void eachFieldOfTheTransactionWordsHasItsPlace() {
        for (MailslotWrite write : WRITES) {
            FieldPlace.check(
                    write.words(),
                    OF_TRANSACTION_WORDS,
                    words -> with(write, write.header(), words).encode());
        }
    }

    private static NetBiosDatagram with(NetBiosDatagram of, DatagramHeader header) {
        return new NetBiosDatagram(
                header, of.length(), of.packetOffset(), of.source(), of.destination(), of.userData());
    }

    private static MailslotWrite with(MailslotWrite of, SmbHeader header, TransactionWords words) {
        return new MailslotWrite(header, words, of.slot(), of.padding(), of.data(), of.trailing());
    }
}
