package io.mailslot4j.protocol.mailslot;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramFlags;
import io.mailslot4j.protocol.datagram.DatagramHeader;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.datagram.GoldenDatagrams;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.name.NameScope;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainMailslotEncoderTest {
    private static final List<DatagramType> TYPES =
            List.of(DatagramType.DIRECT_UNIQUE, DatagramType.DIRECT_GROUP, DatagramType.BROADCAST);
    private static final DatagramHeader HEADER =
            new DatagramHeader(DatagramType.DIRECT_UNIQUE, new DatagramFlags(2), 1, Ipv4Address.parse("10.0.0.9"), 138);
    private static final NetBiosName NAME = NetBiosName.of("PC", NameSuffix.WORKSTATION);
    private static final MailslotName SLOT = MailslotName.parse("LISTENER");

    private final PlainMailslotEncoder plain = new PlainMailslotEncoder(1024);
    private final Random random = new Random(1);

    @Test
    void writesWhatWasRecorded() {
        NetBiosDatagram demo = (NetBiosDatagram) DatagramMessage.decode(GoldenDatagrams.DEMO1);
        MailslotWrite write = MailslotWrite.decode(demo);
        assertThat(plain.write(
                        demo.header(),
                        demo.source(),
                        demo.destination(),
                        MailslotName.parse(write.slot().substring(MailslotWrite.PREFIX.length())),
                        write.data()))
                .isTrue();
        assertThat(written(plain)).isEqualTo(GoldenDatagrams.DEMO1);
    }

    /** One after the other into one buffer: nothing of a datagram may be left in the next. */
    @Test
    void writesEveryDatagramAsTheOthersDo() {
        for (int i = 0; i < 60_000; i++) {
            DatagramHeader header = header();
            NetBiosName source = name();
            NetBiosName destination = name();
            MailslotName slot = MailslotName.parse(path(1 + random.nextInt(i % 2 == 0 ? 20 : 200)));
            Octets data = data(random.nextInt(1 + SizeLimit.WINDOWS.maxPayload(slot)));
            assertThat(plain.write(header, source, destination, slot, data)).isTrue();
            assertThat(written(plain)).isEqualTo(theLongWay(header, source, destination, slot, data));
        }
    }

    @Test
    void leavesNamesWithScopeToOthers() {
        NetBiosName scoped = NAME.in(NameScope.parse("EXAMPLE"));
        assertThat(plain.write(HEADER, scoped, NAME, SLOT, Octets.EMPTY)).isFalse();
        assertThat(plain.write(HEADER, NAME, scoped, SLOT, Octets.EMPTY)).isFalse();
    }

    @Test
    void leavesWhatCannotBeWrittenToOthers() {
        DatagramHeader error =
                new DatagramHeader(DatagramType.ERROR, HEADER.flags(), 1, HEADER.sourceAddress(), HEADER.sourcePort());
        assertThat(plain.write(error, NAME, NAME, SLOT, Octets.EMPTY)).isFalse();
        int longest = MailslotWrite.MAX_NAME - MailslotWrite.PREFIX.length();
        assertThat(plain.write(HEADER, NAME, NAME, MailslotName.parse(path(longest)), Octets.EMPTY))
                .isTrue();
        assertThat(plain.write(HEADER, NAME, NAME, MailslotName.parse(path(longest + 1)), Octets.EMPTY))
                .isFalse();
    }

    @Test
    void leavesWhatIsTooLongForOnePacketToOthers() {
        int size = theLongWay(HEADER, NAME, NAME, SLOT, data(100)).size();
        PlainMailslotEncoder small = new PlainMailslotEncoder(size);
        assertThat(small.write(HEADER, NAME, NAME, SLOT, data(101))).isFalse();
        assertThat(small.write(HEADER, NAME, NAME, SLOT, data(100))).isTrue();
        assertThat(small.buffer().remaining()).isEqualTo(size);
        assertThat(new PlainMailslotEncoder(1).write(HEADER, NAME, NAME, SLOT, Octets.EMPTY))
                .isFalse();
    }

    private static Octets written(PlainMailslotEncoder plain) {
        byte[] octets = new byte[plain.buffer().remaining()];
        plain.buffer().get(octets);
        return Octets.wrap(octets);
    }

    private static Octets theLongWay(
            DatagramHeader header, NetBiosName source, NetBiosName destination, MailslotName slot, Octets data) {
        return NetBiosDatagram.of(
                        header,
                        source,
                        destination,
                        MailslotWrite.of(slot.slot(), data).encode())
                .encode();
    }

    private DatagramHeader header() {
        return new DatagramHeader(
                TYPES.get(random.nextInt(TYPES.size())),
                new DatagramFlags(random.nextInt(0x100)),
                random.nextInt(0x10000),
                new Ipv4Address(random.nextInt()),
                random.nextInt(0x10000));
    }

    private NetBiosName name() {
        return NetBiosName.ofOctets(random.nextLong(), random.nextLong());
    }

    private String path(int length) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < length; i++) {
            path.append((char) (i % 5 == 3 && i < length - 1 ? '\\' : 'a' + random.nextInt(26)));
        }
        return path.toString();
    }

    private Octets data(int size) {
        byte[] data = new byte[size];
        random.nextBytes(data);
        return Octets.wrap(data);
    }
}
