package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.interop.lab.Capture;
import io.mailslot4j.interop.lab.Dissectors;
import io.mailslot4j.interop.lab.Lab;
import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.NeedsPeers;
import io.mailslot4j.interop.lab.Peer;
import io.mailslot4j.interop.peer.Arrival;
import io.mailslot4j.interop.peer.JFileServer;
import io.mailslot4j.interop.peer.OurPeer;
import io.mailslot4j.protocol.Octets;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JFileServer and we understand each other in both directions. */
@NeedsPeers({Peer.LAB, Peer.TCPDUMP, Peer.TSHARK, Peer.SAMBA_NDR})
class JFileServerTest {
    @AutoClose
    private static Lab lab;

    private static LabHost java;
    private static Capture capture;
    private static OurPeer ours;
    private static JFileServer theirs;

    @BeforeAll
    static void startBoth() {
        lab = Lab.open();
        java = lab.host("java", "10.77.0.30");
        capture = lab.capture(java.address());
        ours = OurPeer.start(java, "computer=JAVABOX", "workgroup=LABGRP");
        theirs = JFileServer.start(lab.host("jfs", "10.77.0.40"), "0.0.0.0");
    }

    @AfterAll
    static void everythingWeSaidWasUnderstood() {
        ours.put("\\\\JFSHOST@10.77.0.40\\mailslot\\END", "the end of it");
        Dissectors.agreeOn(capture.endsWith("the end of it"), java);
    }

    private static Octets text(String text) {
        return Octets.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LISTENER", "Li", "With.Case-and_more", "several\\of\\our\\slots"})
    void itsMessageToOurComputer(String slot) {
        ours.listen(slot);
        theirs.send("10.77.0.30", "DIRECT_UNIQUE", "JAVABOX 00", "\\MAILSLOT\\" + slot, text("to " + slot));
        assertThat(ours.next(slot)).isEqualTo(arrival(slot, "UNIQUE", "JAVABOX<00>", "to " + slot));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.77.0.255", "255.255.255.255"})
    void itsMessageToOurGroup(String broadcast) {
        String slot = "GROUP@" + broadcast.length();
        ours.listen(slot);
        theirs.send(broadcast, "DIRECT_GROUP", "LABGRP 00", "\\MAILSLOT\\" + slot, text("to all of you"));
        assertThat(ours.next(slot)).isEqualTo(arrival(slot, "GROUP", "LABGRP<00>", "to all of you"));
    }

    /**
     * JFileServer leaves the NUL behind a slot name out where the name ends at an even offset: then nothing but the data
     * offset tells the name from the message, and its own receiver takes both for the name.
     */
    @ParameterizedTest
    @ValueSource(strings = {"LISTENERS", "L", "several\\levels\\down"})
    void itsMessageToASlotWhoseNameItDoesNotEnd(String slot) {
        ours.listen(slot);
        long before = ours.counters().getOrDefault("NOT_A_MAILSLOT_WRITE", 0L);
        theirs.send("10.77.0.30", "DIRECT_UNIQUE", "JAVABOX 00", "\\MAILSLOT\\" + slot, text("not ended"));
        theirs.send("10.77.0.30", "DIRECT_UNIQUE", "JAVABOX 00", "\\MAILSLOT\\" + slot + "%00", text("ended"));
        assertThat(ours.next(slot)).isEqualTo(arrival(slot, "UNIQUE", "JAVABOX<00>", "ended"));
        assertThat(ours.counters()).containsEntry("NOT_A_MAILSLOT_WRITE", before + 1);
    }

    private static Arrival arrival(String slot, String delivery, String destination, String text) {
        return new Arrival("\\MAILSLOT\\" + slot, delivery, "JFSHOST<00>", destination, "10.77.0.40:138", text(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LISTENER", "L", "Li", "Lis", "several\\levels\\down"})
    void ourMessageToItsComputer(String slot) {
        ours.put("\\\\JFSHOST@10.77.0.40\\mailslot\\" + slot, "to " + slot);
        assertThat(theirs.nextFrom("JAVABOX"))
                .isEqualTo(new JFileServer.Receipt(
                        "DIRECT_UNIQUE", "JAVABOX", "JFSHOST", "\\MAILSLOT\\" + slot, text("to " + slot)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\\LABGRP", "\\\\*", "\\\\LABGRP@255.255.255.255"})
    void ourMessageToAGroup(String target) {
        ours.put(target + "\\mailslot\\TEAM", "to all of you");
        assertThat(theirs.nextFrom("JAVABOX"))
                .isEqualTo(new JFileServer.Receipt(
                        "DIRECT_GROUP", "JAVABOX", "LABGRP", "\\MAILSLOT\\TEAM", text("to all of you")));
    }
}
