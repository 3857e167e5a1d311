package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.interop.lab.Capture;
import io.mailslot4j.interop.lab.Dissectors;
import io.mailslot4j.interop.lab.Lab;
import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.NeedsPeers;
import io.mailslot4j.interop.lab.Peer;
import io.mailslot4j.interop.lab.RunningProcess;
import io.mailslot4j.interop.peer.Arrival;
import io.mailslot4j.interop.peer.JFileServer;
import io.mailslot4j.interop.peer.JcifsMain;
import io.mailslot4j.interop.peer.OurPeer;
import io.mailslot4j.protocol.Octets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whoever looks for names finds and lists ours. See {@link OwningNamesTest} for Samba's nmblookup.
 *
 * <pre>
 *   10.77.0.10  JAVABOX, of the group JAVAGRP
 *   10.77.0.11  nbtscan, nmap, impacket, the Python module of Samba, jcifs, JFileServer
 * </pre>
 */
@NeedsPeers({Peer.LAB, Peer.NBTSCAN, Peer.NMAP, Peer.IMPACKET, Peer.SAMBA_NDR, Peer.NMBD, Peer.TCPDUMP, Peer.TSHARK})
class OthersFindUsTest {
    private static final String PYTHON = "/usr/bin/python3";

    @AutoClose
    private static Lab lab;

    private static LabHost java;
    private static LabHost asker;
    private static Capture capture;
    private static OurPeer javabox;

    @BeforeAll
    static void start() {
        lab = Lab.open();
        java = lab.host("java", "10.77.0.10");
        asker = lab.host("asker", "10.77.0.11");
        capture = lab.capture(java.address());
        javabox = OurPeer.start(java, "computer=JAVABOX", "workgroup=JAVAGRP", "node=B", "dns=false");
        assertThat(javabox.own("JAVABOX", false)).isEqualTo("ACTIVE");
        assertThat(javabox.own("JAVABOX<20>", false)).isEqualTo("ACTIVE");
        assertThat(javabox.own("JAVAGRP", true)).isEqualTo("ACTIVE");
        assertThat(javabox.own("JAVAGRP<1C>", true)).isEqualTo("ACTIVE");
    }

    @AfterAll
    static void everythingWeSaidWasUnderstood() {
        Dissectors.agreeOnNames(capture.endsWithQuestion(asker), java);
    }

    @Test
    void nbtscan() {
        assertThat(asker.output("nbtscan", "-v", "-s", ":", "10.77.0.8/29").lines())
                .contains(
                        "10.77.0.10:JAVABOX        :00U",
                        "10.77.0.10:JAVABOX        :20U",
                        "10.77.0.10:JAVAGRP        :00G",
                        "10.77.0.10:JAVAGRP        :1cG");
    }

    @Test
    void nmap() {
        String said = asker.output("nmap", "-n", "-Pn", "-sU", "-p137", "--script", "nbstat", "10.77.0.10");
        assertThat(said.lines().map(line -> line.replaceFirst("^[|_]+ +", "")))
                .contains(
                        "137/udp open  netbios-ns",
                        "JAVABOX<00>          Flags: <unique><active>",
                        "JAVABOX<20>          Flags: <unique><active>",
                        "JAVAGRP<00>          Flags: <group><active>",
                        "JAVAGRP<1c>          Flags: <group><active>");
        assertThat(said).contains("nbstat: NetBIOS name: JAVABOX, ");
    }

    private static List<String> python(String... lines) {
        return asker.output(PYTHON, "-c", String.join("\n", lines)).lines().toList();
    }

    @Test
    void impacket() {
        assertThat(python(
                        "from impacket import nmb",
                        "client = nmb.NetBIOS()",
                        "client.set_broadcastaddr('10.77.0.255')",
                        "print(client.gethostbyname('JAVABOX', nmb.TYPE_SERVER, None, 10).entries)",
                        "for name in client.getnodestatus('*', '10.77.0.10', timeout=10):",
                        "    print(name['NAME'], name['TYPE'], name['NAME_FLAGS'])"))
                .containsExactly(
                        "['10.77.0.10']",
                        "b'JAVABOX        ' 0 1024",
                        "b'JAVABOX        ' 32 1024",
                        "b'JAVAGRP        ' 0 33792",
                        "b'JAVAGRP        ' 28 33792");
    }

    /** Its last lines: the name is not to be had, by registration (6, ACT_ERR). Its refresh is broken in Samba 4.17. */
    @Test
    void theNodeOfSambasPython() {
        assertThat(python(
                        "from samba.netbios import Node",
                        "node = Node()",
                        "print(node.query_name('JAVABOX', '10.77.0.255', True, False, 10, 1))",
                        "print(node.query_name(('JAVAGRP', 0x1c), '10.77.0.10', False, False, 10, 1))",
                        "for name in node.name_status('*', '10.77.0.10', 10, 1)[2]:",
                        "    print(name)",
                        "for demand in False, True:",
                        "    print(node.register_name(('JAVABOX', 0x20), '10.77.0.11', '10.77.0.10', demand, True, False,"
                                + " 200, 10, 1))"))
                .containsExactly(
                        "('10.77.0.10', ('JAVABOX', 0), ['10.77.0.10'])",
                        "('10.77.0.10', ('JAVAGRP', 28), ['10.77.0.10'])",
                        "('JAVABOX        ', 1024, 0)",
                        "('JAVABOX        ', 1024, 32)",
                        "('JAVAGRP        ', 33792, 0)",
                        "('JAVAGRP        ', 33792, 28)",
                        "('10.77.0.10', ('JAVABOX', 32), '10.77.0.11', 6)",
                        "('10.77.0.10', ('JAVABOX', 32), '10.77.0.11', 6)");
    }

    @Test
    void jcifs() {
        RunningProcess jcifs =
                asker.startJava(JcifsMain.class, List.of(asker.address(), asker.broadcast(), "JAVABOX", "20"));
        for (String line : List.of(
                "found\t10.77.0.10",
                "name\tJAVABOX<00>\tunique\tactive\tnot in conflict",
                "name\tJAVABOX<20>\tunique\tactive\tnot in conflict",
                "name\tJAVAGRP<00>\tgroup\tactive\tnot in conflict",
                "name\tJAVAGRP<1C>\tgroup\tactive\tnot in conflict",
                "end")) {
            assertThat(jcifs.awaitLine("(found|name|end).*")).isEqualTo(line);
        }
    }

    /** JFileServer knows the broadcast address of its network, and no other. */
    @Test
    void aMessageOfJFileServerReachesOurReaderByNameOnly() {
        assertThat(javabox.listen("LISTENER").problem()).isEmpty();
        JFileServer jfileserver = JFileServer.start(asker, "0.0.0.0");
        Octets text = Octets.wrap("by name only".getBytes(StandardCharsets.US_ASCII));
        jfileserver.send("by-name", "DIRECT_UNIQUE", "JAVABOX 00", "\\MAILSLOT\\LISTENER", text);
        assertThat(javabox.next("LISTENER"))
                .isEqualTo(new Arrival(
                        "\\MAILSLOT\\LISTENER", "UNIQUE", "JFSHOST<00>", "JAVABOX<00>", "10.77.0.11:138", text));
    }
}
