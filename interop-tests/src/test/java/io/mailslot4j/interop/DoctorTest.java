package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.cli.Main;
import io.mailslot4j.interop.lab.Capture;
import io.mailslot4j.interop.lab.Lab;
import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.NeedsPeers;
import io.mailslot4j.interop.lab.Nmbd;
import io.mailslot4j.interop.lab.Peer;
import io.mailslot4j.interop.lab.RunningProcess;
import io.mailslot4j.interop.lab.Tshark;
import io.mailslot4j.interop.peer.OurPeer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mailslot doctor} tells of a host where Samba's nmbd runs, and of one with nothing on it. */
@NeedsPeers({Peer.LAB, Peer.NMBD, Peer.SETPRIV, Peer.TCPDUMP, Peer.TSHARK})
class DoctorTest {
    @AutoClose
    private static Lab lab;

    private static LabHost plain;
    private static LabHost samba;
    private static Nmbd nmbd;

    @BeforeAll
    static void startNmbd(@TempDir Path folder) {
        lab = Lab.open();
        plain = lab.host("plain", "10.77.0.10");
        samba = lab.host("samba", "10.77.0.20");
        samba.output("sh", "-c", "echo 1024 > /proc/sys/net/ipv4/ip_unprivileged_port_start");
        nmbd = Nmbd.start(samba, folder);
        nmbd.awaitName(plain, Nmbd.COMPUTER);
    }

    @Test
    void rootHearsByNmbdAndByASocketForBroadcasts() {
        try (RunningProcess doctor = doctorBesideNmbd(List.of())) {
            doctor.awaitLine("ok +interfaces +eth0 10\\.77\\.0\\.20/.* \\(broadcasts to 10\\.77\\.0\\.255\\)");
            doctor.awaitLine(
                    "ok +receiving +Samba's nmbd .* at " + nmbd.socket() + "; broadcasts come to UDP .*:138 too");
            doctor.awaitLine("ok +local slots .*");
            doctor.awaitLine("ok +being found .* answers for SAMBAPDC");
            doctor.awaitLine("Messages can be sent and received.*");
        }
    }

    @Test
    void anOrdinaryUserHearsByNmbdAlone() {
        try (RunningProcess doctor = doctorBesideNmbd(OurPeer.ORDINARY_USER)) {
            doctor.awaitLine("warning +receiving +Samba's nmbd .*; it loses long messages, .*");
            doctor.awaitLine("ok +being found .* answers for SAMBAPDC");
            doctor.awaitLine("Messages can be sent and received; receiving could be better\\.");
        }
    }

    @Test
    void nmbdWithoutItsSocketIsTrouble() {
        try (RunningProcess doctor = doctor(samba, List.of(), "--nmbd-socket", "/nowhere", "--own-names")) {
            doctor.awaitLine("trouble +receiving .*");
            doctor.awaitLine(" +→ UDP port 138 on this host is in use: .*");
            doctor.awaitLine("trouble +being found .*");
            doctor.awaitLine("Not everything works: see to receiving, being found, and run this again\\.");
        }
    }

    /** Not even with names to register: what the capture has in the end is the question of somebody else. */
    @Test
    void nothingIsSent() {
        Capture capture = lab.capture(plain.address());
        try (RunningProcess doctor = doctor(plain, List.of(), "--own-names", "--wins", "10.77.0.20")) {
            doctor.awaitLine("ok +receiving +a listener has UDP 0\\.0\\.0\\.0:138");
            doctor.awaitLine("ok +being found +UDP port 137 can be had.*");
            doctor.awaitLine("ok +finding others .* WINS 10\\.77\\.0\\.20, then broadcast.*");
            doctor.awaitLine("Messages can be sent and received.*");
            doctor.endOfInput();
        }
        Path packets = capture.endsWithQuestion(samba);
        assertThat(Tshark.dissectNames(packets))
                .noneMatch(packet -> packet.sender().contains(plain.address()));
        assertThat(Tshark.dissect(packets)).noneMatch(packet -> packet.sender().contains(plain.address()));
    }

    private static RunningProcess doctorBesideNmbd(List<String> runner) {
        return doctor(
                samba,
                runner,
                "--nmbd-socket",
                nmbd.socket().toString(),
                "--computer-name",
                Nmbd.COMPUTER,
                "--workgroup",
                Nmbd.DOMAIN);
    }

    private static RunningProcess doctor(LabHost host, List<String> runner, String... options) {
        List<String> words = new ArrayList<>(List.of("doctor"));
        words.addAll(List.of(options));
        return host.startJavaAs(runner, Main.class, words);
    }
}
