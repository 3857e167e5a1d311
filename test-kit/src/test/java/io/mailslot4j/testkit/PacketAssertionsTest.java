package io.mailslot4j.testkit;

import static io.mailslot4j.testkit.PacketAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.Payload;
import io.mailslot4j.protocol.browser.AnnouncedSystem;
import io.mailslot4j.protocol.browser.HostAnnouncement;
import io.mailslot4j.protocol.browser.OsVersion;
import io.mailslot4j.protocol.browser.ServerRole;
import io.mailslot4j.protocol.browser.ServerType;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NamePackets;
import io.mailslot4j.protocol.nameservice.NameServicePacketKind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PacketAssertionsTest {
    private static final TestDatagram HELLO =
            TestDatagram.from("PC").to("SERVER<20>").slot("LOG").carrying("hello");

    @Test
    void whatIsTrueHolds() {
        NetBiosDatagram datagram = HELLO.build();
        assertThat(datagram)
                .isFrom("PC")
                .isTo("SERVER<20>")
                .isForSlot("log")
                .isOnWire(datagram.encode())
                .isOnWire(datagram.encode().toHex().replaceAll("(.{16})", "$1\n"))
                .isSamePacketAs(HELLO.build());
        assertThat(datagram)
                .write()
                .hasData(Octets.ofHex("68656c6c6f"))
                .payload()
                .isText("hello");
    }

    @Test
    void theFieldThatDiffersIsShownWithItsPlaceAndOctets() {
        assertThat(failure(() -> assertThat(HELLO.build())
                        .isSamePacketAs(HELLO.id(0x1234).build())))
                .isEqualTo(String.format("the datagram is not the expected one:%n"
                        + "field                        offset     octets%n"
                        + "  datagram id                2          expected 1234%n"
                        + "  datagram id                2          was      0001%n"));
    }

    @Test
    void fieldsAreFoundThroughAllLayers() {
        TestDatagram pc =
                TestDatagram.from("PC").toGroup("GRP<1D>").slot("BROWSE").carrying(announcement("PC"));
        TestDatagram mac = pc.carrying(announcement("MAC"));
        assertThat(failure(() -> assertThat(pc.build()).isSamePacketAs(mac.build())))
                .contains("server name", "expected 4d4143", "was      5043")
                .doesNotContain("server type", "destination name");
        assertThat(failure(() -> assertThat(pc.build()).carries(announcement("MAC"))))
                .startsWith("the payload is not the expected one:")
                .contains("server name", "expected 4d4143");
    }

    private static HostAnnouncement announcement(String server) {
        return HostAnnouncement.of(
                0, server, AnnouncedSystem.of(new OsVersion(6, 1), ServerType.of(ServerRole.NT)), "");
    }

    @Test
    void aLongerFieldDoesNotMakeThoseBehindItDifferent() {
        assertThat(failure(() -> assertThat(HELLO.build())
                        .isSamePacketAs(HELLO.slot("LOGS").build())))
                .contains("slot name", "\\MAILSLOT\\LOGS", "padding")
                .doesNotContain("hello");
    }

    @Test
    void whatIsOnTheWireMayBeMalformed() {
        Octets cut = HELLO.encode().slice(0, 60);
        assertThat(failure(() -> assertThat(HELLO.build()).isOnWire(cut))).contains("destination name");
    }

    @Test
    void namesAndSlotsAreCompared() {
        assertThat(failure(() -> assertThat(HELLO.build()).isFrom("MAC")))
                .contains("expected the source", "MAC<00>", "but it is", "PC<00>");
        assertThat(failure(() -> assertThat(HELLO.build()).isTo("SERVER"))).contains("SERVER<00>", "SERVER<20>");
        assertThat(failure(() -> assertThat(HELLO.build()).isForSlot("BROWSE")))
                .contains("\\MAILSLOT\\BROWSE", "\\MAILSLOT\\LOG");
        assertThat(failure(() -> assertThat(HELLO.write()).hasData(Octets.EMPTY)))
                .contains("68656c6c6f");
        assertThat(failure(() -> assertThat(HELLO.write()).payload().isText("bye")))
                .contains("bye", "hello");
    }

    @Test
    void packetsOfTheNameServiceAreCompared() {
        NetBiosName fred = NetBiosName.of("FRED", NameSuffix.WORKSTATION);
        var query = NamePackets.nameQueryRequest(7, fred, true);
        assertThat(query).isAbout("FRED").isA(NameServicePacketKind.NAME_QUERY_REQUEST);
        assertThat(failure(() -> assertThat(query).isAbout("FRED<20>"))).contains("FRED<20>", "FRED<00>");
        assertThat(failure(() -> assertThat(query).isSamePacketAs(NamePackets.nameQueryRequest(7, fred, false))))
                .contains("flags", "2          expected 0100", "2          was      0110");
    }

    @Test
    void payloadsAreLookedInto() {
        Payload payload = announcement("PC");
        assertThat(payload)
                .is(HostAnnouncement.class, host -> assertThat(host.server()).hasToString("PC"));
        assertThat(failure(() -> assertThat(payload)
                        .is(
                                HostAnnouncement.class,
                                host -> assertThat(host.server()).isEqualTo("MAC"))))
                .contains("MAC");
    }

    private static String failure(ThrowingCallable assertion) {
        Throwable thrown = catchThrowable(assertion);
        assertThat(thrown).isInstanceOf(AssertionError.class);
        return String.valueOf(thrown.getMessage());
    }
}
