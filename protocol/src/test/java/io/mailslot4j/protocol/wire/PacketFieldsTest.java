package io.mailslot4j.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramFlags;
import io.mailslot4j.protocol.datagram.DatagramHeader;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.name.NameScope;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PacketFieldsTest {
    private static final NetBiosName PC = NetBiosName.of("PC", NameSuffix.WORKSTATION);

    private static NetBiosDatagram datagram(NetBiosName source) {
        return NetBiosDatagram.of(
                new DatagramHeader(
                        DatagramType.DIRECT_UNIQUE,
                        DatagramFlags.whole(NodeType.B),
                        1,
                        Ipv4Address.parse("10.0.0.1"),
                        138),
                source,
                PC,
                MailslotWrite.of("\\MAILSLOT\\X", Octets.wrap("hello".getBytes(StandardCharsets.US_ASCII)))
                        .encode());
    }

    /** Each begins where the one before ends, and they are the packet. */
    private static void assertThatFieldsAreAllOf(Octets packet, PacketFields fields) {
        assertThat(fields.trouble()).isEmpty();
        int end = 0;
        for (PacketFields.Field field : fields.fields()) {
            assertThat(field.offset()).as(field.name()).isEqualTo(end);
            end += field.octets().size();
        }
        assertThat(fields.fields().stream().map(field -> field.octets().toHex()).collect(Collectors.joining()))
                .isEqualTo(packet.toHex());
    }

    private static Octets field(PacketFields fields, String name) {
        return fields.fields().stream()
                .filter(field -> field.name().equals(name))
                .collect(Collectors.collectingAndThen(Collectors.toList(), found -> {
                    assertThat(found).as(name).hasSize(1);
                    return found.get(0).octets();
                }));
    }

    @Test
    void areAllOfADatagramWithItsNamesWhole() {
        Octets packet = datagram(PC).encode();
        PacketFields fields = PacketFields.of(packet, 0, DatagramMessage::read);
        assertThatFieldsAreAllOf(packet, fields);
        assertThat(field(fields, "source name")).isEqualTo(packet.slice(14, 34));
        assertThat(field(fields, "destination name")).isEqualTo(packet.slice(48, 34));
    }

    @Test
    void haveTheScopeOfAName() {
        NetBiosName scoped = PC.in(NameScope.parse("netbios.com"));
        Octets packet = datagram(scoped).encode();
        PacketFields fields = PacketFields.of(packet, 0, DatagramMessage::read);
        assertThatFieldsAreAllOf(packet, fields);
        assertThat(field(fields, "source name").size()).isEqualTo(34 + 12);
    }

    @Test
    void areAllOfAMailslotWrite() {
        Octets write = datagram(PC).userData();
        assertThatFieldsAreAllOf(write, PacketFields.of(write, 0, MailslotWrite::read));
    }

    @Test
    void endWhereThePacketIsMalformed() {
        Octets cut = datagram(PC).encode().slice(0, 40);
        PacketFields fields = PacketFields.of(cut, 0, DatagramMessage::read);
        assertThat(fields.trouble()).isPresent();
        assertThat(fields.fields())
                .last()
                .satisfies(last -> assertThat(last.name()).isEqualTo("source name"));
    }
}
