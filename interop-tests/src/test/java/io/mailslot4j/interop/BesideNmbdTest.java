package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.interop.lab.Lab;
import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.NeedsPeers;
import io.mailslot4j.interop.lab.Nmbd;
import io.mailslot4j.interop.lab.Peer;
import io.mailslot4j.interop.lab.Waiting;
import io.mailslot4j.interop.peer.Arrival;
import io.mailslot4j.interop.peer.OurPeer;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.SizeLimit;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a host where Samba's nmbd has port 138, readers hear what nmbd hears, and nmbd misses nothing. */
@NeedsPeers({Peer.LAB, Peer.NMBD, Peer.SETPRIV})
class BesideNmbdTest {
    private static final String TO_COMPUTER = "\\\\SAMBAPDC@10.77.0.20\\mailslot\\LOG";
    private static final String TO_DOMAIN = "\\\\LABGRP\\mailslot\\LOG";
    private static final String TO_EVERYBODY = "\\\\*\\mailslot\\LOG";
    private static final String END = "the end of it";

    @AutoClose
    private static Lab lab;

    private static LabHost pc;
    private static LabHost samba;
    private static OurPeer writer;
    private static Nmbd nmbd;
    private static Path folder;

    @BeforeAll
    static void startNmbd(@TempDir Path ofNmbd) {
        folder = ofNmbd;
        lab = Lab.open();
        pc = lab.host("pc", "10.77.0.10");
        samba = lab.host("samba", "10.77.0.20");
        samba.output("sh", "-c", "echo 1024 > /proc/sys/net/ipv4/ip_unprivileged_port_start");
        nmbd = Nmbd.start(samba, folder);
        writer = OurPeer.start(pc, "computer=WINPC", "workgroup=" + Nmbd.DOMAIN);
        nmbd.awaitName(pc, Nmbd.COMPUTER);
    }

    @AfterAll
    static void nmbdHasItsNamesStill() {
        nmbd.awaitName(pc, Nmbd.COMPUTER).awaitName(pc, Nmbd.DOMAIN);
    }

    private static String[] settings() {
        return new String[] {"computer=SAMBAPDC", "workgroup=LABGRP", "nmbd=" + nmbd.socket()};
    }

    private static void hearsByNmbd(OurPeer reader) {
        assertThat(reader.listen("LOG").problem()).isEmpty();
        assertThat(reader.nmbd()).isEqualTo(nmbd.socket().toString());
    }

    private static void hearsEverythingOnce(OurPeer reader) {
        writer.put(TO_COMPUTER, "to you");
        Arrival unicast = reader.next();
        assertThat(unicast.text()).isEqualTo("to you");
        assertThat(unicast.delivery()).isEqualTo("UNIQUE");
        assertThat(unicast.sender()).isEqualTo("WINPC<00>");
        assertThat(unicast.destination()).isEqualTo("SAMBAPDC<00>");
        assertThat(unicast.address()).startsWith("10.77.0.10:");
        writer.put(TO_DOMAIN, "to all of you");
        assertThat(reader.next().text()).isEqualTo("to all of you");
        writer.put(TO_EVERYBODY, "to all of us");
        assertThat(reader.next().text()).isEqualTo("to all of us");
        writer.put(TO_COMPUTER, END);
        assertThat(reader.next().text()).isEqualTo(END);
    }

    @Test
    void anOrdinaryUserHearsByNmbd() {
        try (OurPeer reader = OurPeer.startAsOrdinaryUser(samba, settings())) {
            hearsByNmbd(reader);
            hearsEverythingOnce(reader);
        }
    }

    @Test
    void whoMayHaveASocketForBroadcastsHearsThemOnceAllTheSame() {
        try (OurPeer reader = OurPeer.start(samba, settings())) {
            hearsByNmbd(reader);
            hearsEverythingOnce(reader);
        }
    }

    /** Of these nmbd hands over the last only. */
    @Test
    void broadcastsThatNmbdTakesForMalformedAreHeard() {
        try (OurPeer reader = OurPeer.start(samba, settings())) {
            hearsByNmbd(reader);
            Octets longest = Octets.zeros(SizeLimit.WINDOWS.maxPayload("\\MAILSLOT\\LOG"));
            writer.put(TO_DOMAIN, longest);
            assertThat(reader.next().payload()).isEqualTo(longest);
            writer.put(TO_DOMAIN, Octets.EMPTY);
            assertThat(reader.next().payload()).isEqualTo(Octets.EMPTY);
            writer.put(TO_COMPUTER, longest);
            writer.put(TO_COMPUTER, END);
            assertThat(reader.next().text()).isEqualTo(END);
        }
    }

    /** Other hosts announce themselves there. */
    @Test
    void broadcastsToSlotsOfNmbdAreHeardToo() {
        try (OurPeer reader = OurPeer.start(samba, settings())) {
            assertThat(reader.listen("BROWSE").problem()).isEmpty();
            writer.put("\\\\LABGRP\\mailslot\\BROWSE", "for nmbd too");
            Waiting.until(() -> reader.next().text().equals("for nmbd too"), () -> "what was broadcast to BROWSE");
        }
    }

    /** No more at once than the smallest receive buffer of any Linux holds; nmbd alone would lose most, as it keeps ten for us. */
    @Test
    void manyBroadcastsAtOnceAreHeardInOrder() {
        try (OurPeer reader = OurPeer.start(samba, settings())) {
            hearsByNmbd(reader);
            for (int from = 0; from < 1000; from += 100) {
                writer.putNumbers(TO_DOMAIN, from, from + 100);
                for (int i = from; i < from + 100; i++) {
                    assertThat(reader.next().text()).isEqualTo(Integer.toString(i));
                }
            }
        }
    }

    /** The first asks nmbd, and the other hears by the first: of one user, they share what they hear. */
    @Test
    void severalProgramsHear() {
        try (OurPeer first = OurPeer.start(samba, settings());
                OurPeer second = OurPeer.start(samba, settings())) {
            hearsByNmbd(first);
            assertThat(second.listen("SECOND").problem()).isEmpty();
            assertThat(second.holder()).isEqualTo(Long.toString(first.pid()));
            assertThat(second.nmbd()).isEqualTo(nmbd.socket().toString());
            writer.put("\\\\SAMBAPDC@10.77.0.20\\mailslot\\SECOND", "to the second");
            assertThat(second.next().text()).isEqualTo("to the second");
        }
    }

    @Test
    void whereNmbdIsFoundInItsConfiguration() {
        try (OurPeer reader = OurPeer.startWithSambaOf(folder, samba)) {
            hearsByNmbd(reader);
            hearsEverythingOnce(reader);
        }
    }

    /** nmbd could not start if we had the port for ourselves. */
    @Test
    void whenNmbdEndsThePortIsOursUntilItStartsAgain() {
        try (OurPeer reader = OurPeer.start(samba, settings())) {
            hearsByNmbd(reader);
            nmbd.close();
            Waiting.until(() -> reader.nmbd().isEmpty(), () -> "the reader to have the port");
            hearsEverythingOnce(reader);
            nmbd.startAgain();
            nmbd.awaitName(pc, Nmbd.COMPUTER);
            Waiting.until(() -> !reader.nmbd().isEmpty(), () -> "the reader to hear by nmbd again");
            hearsEverythingOnce(reader);
        }
    }

    @Test
    void theInterfaceMayBeChosenAndNmbdStartLater() {
        nmbd.close();
        try (OurPeer reader = OurPeer.start(
                samba, "computer=SAMBAPDC", "workgroup=LABGRP", "nmbd=" + nmbd.socket(), "interface=10.77.0.20")) {
            assertThat(reader.listen("LOG").problem()).isEmpty();
            assertThat(reader.nmbd()).isEmpty();
            nmbd.startAgain();
            nmbd.awaitName(pc, Nmbd.COMPUTER);
            Waiting.until(() -> !reader.nmbd().isEmpty(), () -> "the reader to hear by nmbd");
            hearsEverythingOnce(reader);
        }
    }

    /** Without privileges there is nothing to hear by until nmbd is there again. */
    @Test
    void whenNmbdIsStartedAgainAnOrdinaryUserHearsAgain() {
        try (OurPeer reader = OurPeer.startAsOrdinaryUser(samba, settings())) {
            hearsByNmbd(reader);
            nmbd.close();
            Waiting.until(() -> reader.nmbd().isEmpty(), () -> "the reader to see that nmbd has ended");
            nmbd.startAgain();
            Waiting.until(() -> !reader.nmbd().isEmpty(), () -> "the reader to hear by nmbd again");
            nmbd.awaitName(pc, Nmbd.COMPUTER);
            hearsEverythingOnce(reader);
        }
    }
}
