package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.interop.lab.Lab;
import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.NeedsPeers;
import io.mailslot4j.interop.lab.Nmbd;
import io.mailslot4j.interop.lab.Peer;
import io.mailslot4j.interop.lab.Waiting;
import io.mailslot4j.interop.peer.OurPeer;
import io.mailslot4j.interop.peer.OurPeer.Listening;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where port 138 cannot be had, the error says what to do, and everything else works. */
@NeedsPeers({Peer.LAB, Peer.NMBD, Peer.SETPRIV})
class PortTest {
    @AutoClose
    private static Lab lab;

    private static LabHost host;
    private static OurPeer neighbour;

    @BeforeAll
    static void startANeighbour() {
        lab = Lab.open();
        host = lab.host("host", "10.77.0.10");
        neighbour = OurPeer.start(lab.host("neighbour", "10.77.0.20"), "computer=NEIGHBOUR", "workgroup=LABGRP");
        neighbour.listen("LISTENER");
    }

    private static void canWriteAndReadLocally(OurPeer ours) {
        ours.put("\\\\NEIGHBOUR@10.77.0.20\\mailslot\\LISTENER", "to you");
        assertThat(neighbour.next().text()).isEqualTo("to you");
        ours.put("\\\\*\\mailslot\\LISTENER", "to all of you");
        assertThat(neighbour.next().text()).isEqualTo("to all of you");
        assertThat(ours.next().text()).isEqualTo("to all of you");
        ours.put("LISTENER", "to myself");
        assertThat(ours.next().text()).isEqualTo("to myself");
    }

    @Test
    void anOrdinaryUserIsToldTheThreeWaysOut() {
        host.output("sh", "-c", "echo 1024 > /proc/sys/net/ipv4/ip_unprivileged_port_start");
        try (OurPeer ours = OurPeer.startAsOrdinaryUser(host, "computer=USER", "workgroup=LABGRP")) {
            Listening listening = ours.listen("LISTENER");
            assertThat(listening.problem()).isEqualTo("PERMISSION_DENIED");
            assertThat(listening.advice())
                    .startsWith("no permission for UDP port 138")
                    .contains("(1) grant CAP_NET_BIND_SERVICE")
                    .contains("(2) sysctl net.ipv4.ip_unprivileged_port_start=")
                    .contains("(3) redirect port 138");
            canWriteAndReadLocally(ours);
        }
    }

    @Test
    void theSecondWayOutIsOne() {
        host.output("sh", "-c", "echo 137 > /proc/sys/net/ipv4/ip_unprivileged_port_start");
        try (OurPeer ours = OurPeer.startAsOrdinaryUser(host, "computer=USER", "workgroup=LABGRP")) {
            assertThat(ours.listen("LISTENER").problem()).isEmpty();
            neighbour.put("\\\\USER@10.77.0.10\\mailslot\\LISTENER", "to you");
            assertThat(ours.next().text()).isEqualTo("to you");
        }
    }

    @Test
    void thePortThatAnotherUserOfOursHasIsInUse() {
        host.output("sh", "-c", "echo 137 > /proc/sys/net/ipv4/ip_unprivileged_port_start");
        try (OurPeer first = OurPeer.start(host, "computer=HOST", "workgroup=LABGRP");
                OurPeer second = OurPeer.startAsOrdinaryUser(host, "computer=HOST", "workgroup=LABGRP")) {
            assertThat(first.listen("LISTENER").problem()).isEmpty();
            assertThat(second.listen("LISTENER").problem()).isEqualTo("PORT_IN_USE");
            canWriteAndReadLocally(second);
        }
    }

    /** Root has the port, and serves those who may not have it: also the next root after the first is killed. */
    @Test
    void aSystemWideEndpointServesOtherUsers() {
        host.output("sh", "-c", "echo 1024 > /proc/sys/net/ipv4/ip_unprivileged_port_start");
        String folder = host.newFolder("ports");
        String[] settings = {"computer=HOST", "workgroup=LABGRP", "portFolder=" + folder};
        try (OurPeer system = OurPeer.start(host, settings);
                OurPeer user = OurPeer.startAsOrdinaryUser(host, settings)) {
            assertThat(system.listen("LISTENER").problem()).isEmpty();
            assertThat(user.listen("LISTENER").problem()).isEmpty();
            assertThat(user.holder()).isEqualTo(Long.toString(system.pid()));
            neighbour.put("\\\\*\\mailslot\\LISTENER", "to all of you");
            assertThat(user.next().text()).isEqualTo("to all of you");
            assertThat(system.next().text()).isEqualTo("to all of you");
            system.kill();
            try (OurPeer next = OurPeer.start(host, settings)) {
                assertThat(next.listen("LISTENER").problem()).isEmpty();
                Waiting.until(
                        () -> user.holder().equals(Long.toString(next.pid())), () -> "the user to join the next one");
                neighbour.put("\\\\HOST@10.77.0.10\\mailslot\\LISTENER", "to you");
                assertThat(user.next().text()).isEqualTo("to you");
            }
        }
    }

    @Test
    void thePortThatNmbdHasIsInUse(@TempDir Path folder) {
        LabHost withSamba = lab.host("samba", "10.77.0.30");
        Nmbd.start(withSamba, folder);
        try (OurPeer ours = OurPeer.start(withSamba, "computer=SAMBAPDC", "workgroup=LABGRP")) {
            Listening listening = ours.listen("LISTENER");
            assertThat(listening.problem()).isEqualTo("PORT_IN_USE");
            assertThat(listening.advice())
                    .startsWith("UDP port 138")
                    .contains("in use", "nmbd", "redirect", "--listen-port");
            canWriteAndReadLocally(ours);
        }
    }
}
