package io.mailslot4j.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.DropReason;
import io.mailslot4j.Message;
import io.mailslot4j.Overflow;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramFlags;
import io.mailslot4j.protocol.datagram.DatagramFragmenter;
import io.mailslot4j.protocol.datagram.DatagramHeader;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.MailslotName;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.name.NameScope;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeTest {
    private static final InetSocketAddress FROM = new InetSocketAddress("10.0.0.9", 1138);
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final Router router = new Router();
    private final TrafficCounters counters = new TrafficCounters();
    private final SlotQueue reader = new SlotQueue(2, Overflow.DROP_NEWEST, 8);
    private final DuplicateWindow duplicates = new DuplicateWindow(Duration.ofSeconds(2), 100);
    private final Intake intake = intake(NameScope.EMPTY, false);
    private int id;

    IntakeTest() {
        router.register(MailslotName.parse("LISTENER"), reader);
    }

    @Test
    void aMessageCarriesItsProvenance() {
        intake.accept(unique("PC<00>", "\\MailSlot\\listener", "0102"), FROM);
        Message<Octets> message = take();
        assertThat(message.payload().toHex()).isEqualTo("0102");
        assertThat(message.slot()).isEqualTo("\\MailSlot\\listener");
        assertThat(message.sender()).hasToString("SENDER<00>");
        assertThat(message.destination()).hasToString("PC<00>");
        assertThat(message.delivery()).isEqualTo(Message.Delivery.UNIQUE);
        assertThat(message.address()).contains(FROM);
        assertThat(message.arrival()).isEqualTo(NOW);
        assertThat(counters.snapshot().received()).isEqualTo(1);
        assertThat(counters.snapshot().delivered()).isEqualTo(1);
        assertThat(counters.snapshot().dropped()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PC<00>, true",
        "PC<20>, true",
        "pc<7F>, true",
        "GRP<00>, true",
        "GRP<1D>, true",
        "GRP<1E>, true",
        "EXTRA<1C>, true",
        "*, true",
        "PCX<00>, false",
        "OTHER<00>, false",
        "EXTRAS<1C>, false"
    })
    void isForUsWhenTheFirstFifteenCharactersAre(String destination, boolean ours) {
        NetBiosName name = NetBiosName.parse(destination, NameSuffix.WORKSTATION);
        intake.accept(datagram(DatagramType.DIRECT_GROUP, name, "\\MAILSLOT\\LISTENER", "01"), FROM);
        assertThat(reader.size()).isEqualTo(ours ? 1 : 0);
        assertThat(counters.snapshot().dropped()).isEqualTo(ours ? Map.of() : Map.of(DropReason.NOT_OUR_NAME, 1L));
    }

    @Test
    void masterBrowsersAreAddressedToo() {
        intake.accept(datagram(DatagramType.DIRECT_GROUP, NetBiosName.MSBROWSE, "\\MAILSLOT\\LISTENER", "01"), FROM);
        assertThat(reader.size()).isEqualTo(1);
    }

    @Test
    void aLowerCaseNameOnTheWireIsOurs() {
        NetBiosName raw = NetBiosName.ofOctets(Octets.ofHex("7063" + "20".repeat(13) + "00"));
        intake.accept(datagram(DatagramType.DIRECT_UNIQUE, raw, "\\MAILSLOT\\LISTENER", "01"), FROM);
        assertThat(reader.size()).isEqualTo(1);
    }

    @Test
    void anotherScopeIsNotOurs() {
        NetBiosName scoped = NetBiosName.of("PC", NameSuffix.WORKSTATION).in(NameScope.parse("Lab.Test"));
        DatagramMessage datagram = datagram(DatagramType.DIRECT_UNIQUE, scoped, "\\MAILSLOT\\LISTENER", "01");
        intake.accept(datagram, FROM);
        assertThat(reader.size()).isZero();
        intake(NameScope.parse("LAB.TEST"), false).accept(datagram, FROM);
        assertThat(reader.size()).isEqualTo(1);
    }

    @Test
    void everythingIsOursWhenTheFilterIsOff() {
        NetBiosName other = NetBiosName.of("OTHER", NameSuffix.WORKSTATION).in(NameScope.parse("X"));
        intake(NameScope.EMPTY, true)
                .accept(datagram(DatagramType.DIRECT_UNIQUE, other, "\\MAILSLOT\\LISTENER", "01"), FROM);
        assertThat(reader.size()).isEqualTo(1);
    }

    @Test
    void everyDropHasItsReason() {
        intake.malformed(new MalformedPacketException("message type", 0, "0x00"), FROM);
        intake.accept(DatagramMessage.decode(Octets.ofHex("130c00080a090802c64d82")), FROM);
        intake.accept(unique("PC<00>", "\\MAILSLOT\\NOBODY", "01"), FROM);
        intake.accept(unique("PC<00>", "\\MAILSLOT\\LISTENER", "010203040506070809"), FROM);
        intake.accept(notAMailslotWrite(), FROM);
        for (int i = 0; i < 4; i++) {
            intake.accept(unique("PC<00>", "\\MAILSLOT\\LISTENER", "01"), FROM);
        }
        assertThat(counters.snapshot().dropped())
                .isEqualTo(Map.of(
                        DropReason.MALFORMED_DATAGRAM, 1L,
                        DropReason.NOT_A_MESSAGE, 1L,
                        DropReason.NO_READER, 1L,
                        DropReason.TOO_BIG, 1L,
                        DropReason.NOT_A_MAILSLOT_WRITE, 1L,
                        DropReason.QUEUE_FULL, 2L));
        assertThat(counters.snapshot().received()).isEqualTo(9);
        assertThat(counters.snapshot().delivered()).isEqualTo(2);
    }

    @Test
    void everyMessageThatMakesRoomForANewerOneIsCounted() {
        SlotQueue narrow = new SlotQueue(9, Overflow.DROP_OLDEST, SlotQueue.ANY_SIZE, false, new Backlog(9, 4, 0));
        router.register(MailslotName.parse("NARROW"), narrow);
        for (String payload : List.of("01", "02", "03", "04", "05060708")) {
            intake.accept(unique("PC<00>", "\\MAILSLOT\\NARROW", payload), FROM);
        }
        assertThat(narrow.size()).isEqualTo(1);
        assertThat(narrow.counters().dropped()).isEqualTo(4);
        assertThat(counters.snapshot().dropped()).isEqualTo(Map.of(DropReason.QUEUE_FULL, 4L));
        assertThat(counters.snapshot().delivered()).isEqualTo(5);
    }

    @Test
    void alsoThoseThatMakeRoomForALocalOne() {
        SlotQueue narrow = new SlotQueue(9, Overflow.DROP_OLDEST, SlotQueue.ANY_SIZE, false, new Backlog(9, 4, 0));
        router.register(MailslotName.parse("NARROW"), narrow);
        intake.accept(unique("PC<00>", "\\MAILSLOT\\NARROW", "01"), FROM);
        intake.accept(unique("PC<00>", "\\MAILSLOT\\NARROW", "02"), FROM);
        assertThat(local().accept(narrow, localPut("03040506"))).isEqualTo(LocalOutcome.ACCEPTED);
        assertThat(counters.snapshot().dropped()).isEqualTo(Map.of(DropReason.QUEUE_FULL, 2L));
        assertThat(counters.snapshot().delivered()).isEqualTo(3);
    }

    @Test
    void copiesOfGroupMessagesAreDroppedAndThoseOfUniqueOnesAreNot() {
        NetBiosName group = NetBiosName.of("GRP", NameSuffix.WORKSTATION);
        DatagramMessage toGroup = datagram(DatagramType.DIRECT_GROUP, group, "\\MAILSLOT\\LISTENER", "01");
        intake.accept(toGroup, FROM);
        intake.accept(toGroup, FROM);
        assertThat(counters.snapshot().dropped(DropReason.DUPLICATE)).isEqualTo(1);
        assertThat(reader.counters().duplicates()).isEqualTo(1);
        assertThat(reader.counters().received()).isEqualTo(1);
        take();
        DatagramMessage toOne = unique("PC<00>", "\\MAILSLOT\\LISTENER", "02");
        intake.accept(toOne, FROM);
        intake.accept(toOne, FROM);
        assertThat(reader.size()).isEqualTo(2);
    }

    @Test
    void aMessageTellsHowManyCopiesHaveComeUntilItIsTaken() {
        NetBiosName group = NetBiosName.of("GRP", NameSuffix.WORKSTATION);
        DatagramMessage first = datagram(DatagramType.DIRECT_GROUP, group, "\\MAILSLOT\\LISTENER", "01");
        DatagramMessage second = datagram(DatagramType.DIRECT_GROUP, group, "\\MAILSLOT\\LISTENER", "01");
        intake.accept(first, FROM);
        intake.accept(second, FROM);
        intake.accept(first, FROM);
        intake.accept(first, new InetSocketAddress("10.0.1.9", 138));
        intake.accept(second, FROM);
        assertThat(take().duplicates()).isEqualTo(2);
        intake.accept(second, FROM);
        assertThat(take().duplicates()).isEqualTo(2);
    }

    @Test
    void soDoesOneThatWasPutHereToAGroupAndCameByTheWireToo() {
        NetBiosName group = NetBiosName.of("GRP", NameSuffix.WORKSTATION);
        NetBiosName sender = NetBiosName.of("SENDER", NameSuffix.WORKSTATION);
        DatagramMessage byWire = datagram(DatagramType.DIRECT_GROUP, group, "\\MAILSLOT\\LISTENER", "01");
        Octets payload = Octets.ofHex("01");
        LocalPut put = new LocalPut(
                "\\MAILSLOT\\LISTENER", Message.Delivery.GROUP, sender, group, id, Ipv4Address.ANY, payload);
        assertThat(local().accept(reader, put)).isEqualTo(LocalOutcome.ACCEPTED);
        intake.accept(byWire, FROM);
        intake.accept(byWire, new InetSocketAddress("10.0.1.9", 138));
        assertThat(reader.counters().duplicates()).isEqualTo(2);
        assertThat(take().duplicates()).isEqualTo(2);
    }

    @Test
    void aMessageTellsTheInterfaceThatItCameInBy() {
        intake.accept(unique("PC<00>", "\\MAILSLOT\\LISTENER", "01"), FROM, Optional.of("eth7"));
        intake.accept(unique("PC<00>", "\\MAILSLOT\\LISTENER", "02"), FROM);
        assertThat(take().networkInterface()).contains("eth7");
        assertThat(take().networkInterface()).isEmpty();
    }

    @Test
    void fragmentsArePutTogether() {
        NetBiosDatagram whole = (NetBiosDatagram) unique("PC<00>", "\\MAILSLOT\\LISTENER", "0102030405060708");
        List<DatagramMessage> fragments = DatagramFragmenter.fragment(whole, 160);
        assertThat(fragments.size()).isGreaterThan(1);
        fragments.forEach(f -> intake.accept(DatagramMessage.decode(f.encode()), FROM));
        assertThat(take().payload().toHex()).isEqualTo("0102030405060708");
    }

    private Message<Octets> take() {
        intake.endOfBatch();
        Message<Octets> message = reader.poll();
        if (message == null) {
            throw new AssertionError("nothing came: " + counters.snapshot());
        }
        return message;
    }

    private Intake intake(NameScope scope, boolean acceptAll) {
        return new Intake(ownNames(scope, acceptAll), duplicates, router, counters, InstantSource.fixed(NOW), () -> 0);
    }

    private LocalIntake local() {
        return new LocalIntake(
                ownNames(NameScope.EMPTY, false), duplicates, counters, InstantSource.fixed(NOW), () -> 0);
    }

    private static OwnNames ownNames(NameScope scope, boolean acceptAll) {
        List<NetBiosName> names = List.of(
                NetBiosName.of("PC", NameSuffix.WORKSTATION),
                NetBiosName.of("GRP", NameSuffix.WORKSTATION),
                NetBiosName.of("EXTRA", NameSuffix.DOMAIN_CONTROLLERS));
        return new OwnNames(names, scope, acceptAll);
    }

    private static LocalPut localPut(String hex) {
        NetBiosName sender = NetBiosName.of("SENDER", NameSuffix.WORKSTATION);
        return new LocalPut(
                "\\MAILSLOT\\NARROW", Message.Delivery.LOCAL, sender, sender, 0, Ipv4Address.ANY, Octets.ofHex(hex));
    }

    private DatagramMessage unique(String destination, String slot, String hex) {
        return datagram(DatagramType.DIRECT_UNIQUE, NetBiosName.parse(destination, NameSuffix.WORKSTATION), slot, hex);
    }

    private DatagramMessage notAMailslotWrite() {
        NetBiosDatagram good = (NetBiosDatagram) unique("PC<00>", "\\MAILSLOT\\LISTENER", "01");
        return NetBiosDatagram.of(good.header(), good.source(), good.destination(), Octets.ofHex("00112233"));
    }

    private DatagramMessage datagram(DatagramType type, NetBiosName destination, String slot, String hex) {
        DatagramHeader header =
                new DatagramHeader(type, DatagramFlags.whole(NodeType.B), id++, Ipv4Address.parse("10.0.0.9"), 138);
        NetBiosName source = NetBiosName.of("SENDER", NameSuffix.WORKSTATION);
        return NetBiosDatagram.of(
                header,
                source,
                destination,
                MailslotWrite.of(slot, Octets.ofHex(hex)).encode());
    }
}
