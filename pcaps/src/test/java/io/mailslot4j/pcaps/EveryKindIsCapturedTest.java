package io.mailslot4j.pcaps;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.browser.AnnouncementRequest;
import io.mailslot4j.protocol.browser.BecomeBackup;
import io.mailslot4j.protocol.browser.BrowserMessage;
import io.mailslot4j.protocol.browser.DomainAnnouncement;
import io.mailslot4j.protocol.browser.GetBackupListRequest;
import io.mailslot4j.protocol.browser.GetBackupListResponse;
import io.mailslot4j.protocol.browser.HostAnnouncement;
import io.mailslot4j.protocol.browser.LanmanAnnouncement;
import io.mailslot4j.protocol.browser.LanmanAnnouncementRequest;
import io.mailslot4j.protocol.browser.MasterAnnouncement;
import io.mailslot4j.protocol.browser.RequestElection;
import io.mailslot4j.protocol.browser.ResetStateRequest;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NameServicePacketKind;
import io.mailslot4j.protocol.netlogon.NetlogonMessage;
import io.mailslot4j.protocol.payload.PayloadKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever wants to see any kind of message that we read finds one in the captures of this module. */
class EveryKindIsCapturedTest {
    private static final Set<DatagramType> DATAGRAMS = EnumSet.noneOf(DatagramType.class);
    private static final Set<NameServicePacketKind> NAMES = EnumSet.noneOf(NameServicePacketKind.class);
    private static final Set<PayloadKind> PAYLOADS = EnumSet.noneOf(PayloadKind.class);
    private static final Set<Class<?>> BROWSER = new HashSet<>();
    private static final Set<Integer> NETLOGON = new HashSet<>();

    @BeforeAll
    static void look() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("captures"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".pcap")).toList()) {
                for (CapturedFrame frame : new CaptureFile(file).frames()) {
                    if (FrameContent.of(frame) instanceof UdpPacket udp) {
                        lookInto(udp);
                    }
                }
            }
        }
    }

    private static void lookInto(UdpPacket udp) {
        try {
            if (CaptureFile.isOn(CaptureFile.NAME_SERVICE, udp)) {
                NAMES.add(NameServicePacket.decode(udp.payload()).kind());
            } else {
                lookInto(udp.payload());
            }
        } catch (MalformedPacketException damaged) {
            // Some are meant to be.
        }
    }

    private static void lookInto(Octets packet) {
        DatagramMessage message = DatagramMessage.decode(packet);
        DATAGRAMS.add(message.header().type());
        if (message instanceof NetBiosDatagram datagram) {
            MailslotWrite write = MailslotWrite.decode(datagram);
            PayloadKind kind = PayloadKind.of(write.slot());
            PAYLOADS.add(kind);
            if (kind.decode(write.data()) instanceof BrowserMessage browser) {
                BROWSER.add(browser.getClass());
            } else if (kind.decode(write.data()) instanceof NetlogonMessage netlogon) {
                NETLOGON.add(netlogon.opcode().value());
            }
        }
    }

    @Test
    void everyTypeOfDatagram() {
        assertThat(DATAGRAMS).containsExactlyInAnyOrder(DatagramType.values());
    }

    @Test
    void everyPacketOfTheNameService() {
        assertThat(NAMES).containsAll(EnumSet.complementOf(EnumSet.of(NameServicePacketKind.UNKNOWN)));
    }

    @Test
    void whatEveryKnownSlotCarries() {
        assertThat(PAYLOADS).containsExactlyInAnyOrder(PayloadKind.values());
    }

    @Test
    void everyMessageOfTheBrowserService() {
        assertThat(BROWSER)
                .isEqualTo(Set.of(
                        AnnouncementRequest.class,
                        BecomeBackup.class,
                        DomainAnnouncement.class,
                        GetBackupListRequest.class,
                        GetBackupListResponse.class,
                        HostAnnouncement.class,
                        LanmanAnnouncement.class,
                        LanmanAnnouncementRequest.class,
                        MasterAnnouncement.class,
                        RequestElection.class,
                        ResetStateRequest.class));
    }

    @Test
    void everyOpcodeOfNetlogon() {
        List<Integer> all = IntStream.rangeClosed(0x00, 0x19).boxed().toList();
        assertThat(NETLOGON).containsAll(all);
    }
}
