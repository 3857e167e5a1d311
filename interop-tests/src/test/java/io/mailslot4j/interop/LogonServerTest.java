package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.interop.lab.Capture;
import io.mailslot4j.interop.lab.Dissectors;
import io.mailslot4j.interop.lab.Lab;
import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.NeedsPeers;
import io.mailslot4j.interop.lab.Nmbd;
import io.mailslot4j.interop.lab.Nmblookup;
import io.mailslot4j.interop.lab.Peer;
import io.mailslot4j.interop.lab.Smbtorture;
import io.mailslot4j.interop.lab.Waiting;
import io.mailslot4j.interop.peer.LogonServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Samba finds a logon server in Java by its names, and gets its answers; Samba's test suite has nothing against it.
 *
 * <pre>
 *   10.77.0.10  JAVABOX, a logon server of JAVAGRP
 *   10.77.0.11  Samba's test suite
 *   10.77.0.12  nmbd: OTHERPC, and net
 * </pre>
 *
 * <p>Not run are the tests {@code netlogon2} and {@code ntlogon} of {@code nbt.dgram}: they make a machine account first, over
 * SMB, which is no matter of mailslots.
 */
@NeedsPeers({Peer.LAB, Peer.NMBD, Peer.SMBTORTURE, Peer.TCPDUMP, Peer.TSHARK, Peer.SAMBA_NDR})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LogonServerTest {
    private static final int LOGON_PRIMARY_QUERY = 0x07;
    private static final int LOGON_SAM_LOGON_REQUEST = 0x12;

    @AutoClose
    private static Lab lab;

    private static LabHost java;
    private static LabHost suite;
    private static Capture capture;
    private static LogonServer server;
    private static Smbtorture smbtorture;
    private static Nmbd nmbd;

    @BeforeAll
    static void start(@TempDir Path folder, @TempDir Path folderOfNmbd) {
        lab = Lab.open();
        java = lab.host("java", "10.77.0.10");
        suite = lab.host("suite", "10.77.0.11");
        LabHost member = lab.host("member", "10.77.0.12");
        capture = lab.capture(java.address());
        server = LogonServer.start(java, "JAVABOX", "JAVAGRP");
        smbtorture = new Smbtorture(suite, folder);
        nmbd = Nmbd.startMember(member, folderOfNmbd);
        Nmblookup nmblookup = new Nmblookup(suite);
        for (String name : new String[] {"JAVABOX<20>", "JAVAGRP<1B>", "JAVAGRP<1C>"}) {
            Waiting.until(() -> nmblookup.findsByBroadcast(name), () -> name);
        }
        nmbd.awaitName(suite, Nmbd.MEMBER);
    }

    /** Registration and overwrite of JAVABOX<20>, and its refresh, are refused with ACT_ERR. */
    @Test
    @Order(1)
    void defendsItsNames() {
        assertThat(smbtorture.run("JAVABOX", "JAVAGRP", "nbt.register").results())
                .containsExactly("success: register_own", "success: refresh_own");
    }

    @Test
    @Order(2)
    void answersAPrimaryQuery() {
        assertThat(smbtorture.run("JAVABOX", "JAVAGRP", "nbt.dgram.netlogon").results())
                .containsExactly("success: netlogon");
        assertThat(server.next())
                .isEqualTo(new LogonServer.Question(
                        "\\MAILSLOT\\NET\\NETLOGON", LOGON_PRIMARY_QUERY, "TORTURE_TEST<00>", "JAVAGRP<1C>"));
    }

    /** Neither here nor there an address is configured: the name JAVAGRP<1C> leads to our reader. */
    @Test
    @Order(3)
    void sambaLocatesItByNameOnly() {
        assertThat(nmbd.locateController("JAVAGRP"))
                .contains("'\\\\JAVABOX'")
                .contains("'\\\\10.77.0.10'")
                .contains("'JAVAGRP'");
        assertThat(server.next())
                .isEqualTo(new LogonServer.Question(
                        "\\MAILSLOT\\NET\\NTLOGON", LOGON_SAM_LOGON_REQUEST, "OTHERPC<00>", "JAVAGRP<1C>"));
    }

    @Test
    @Order(4)
    void everythingItSaidWasUnderstood() {
        Path file = capture.endsWithQuestion(suite);
        Dissectors.agreeOnNames(file, java);
        Dissectors.agreeOn(file, java);
    }

    /** As many as come in a second; some ten thousand. */
    @Test
    @Order(5)
    void answersAsFastAsItIsAsked() {
        Smbtorture.Outcome outcome = smbtorture.run("JAVABOX", "JAVAGRP", "nbt.bench.namequery");
        assertThat(outcome.results()).containsExactly("success: namequery");
        assertThat(outcome.speed()).endsWith("(0 failures)");
        System.out.println(outcome.speed());
    }
}
