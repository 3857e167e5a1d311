package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.interop.lab.Lab;
import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.NeedsPeers;
import io.mailslot4j.interop.lab.Nmblookup;
import io.mailslot4j.interop.lab.Peer;
import io.mailslot4j.interop.lab.Waiting;
import io.mailslot4j.interop.peer.OurPeer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Processes that share port 138, and which of them others find by name. */
@NeedsPeers({Peer.LAB, Peer.NMBD})
class SharedPortNamesTest {
    @AutoClose
    private final Lab lab = Lab.open();

    private LabHost java;
    private LabHost asker;
    private Nmblookup nmblookup;

    @BeforeEach
    void start() {
        java = lab.host("java", "10.77.0.10");
        asker = lab.host("asker", "10.77.0.11");
        nmblookup = new Nmblookup(asker);
    }

    private OurPeer start(LabHost host, String computer, boolean own) {
        return OurPeer.start(host, "computer=" + computer, "workgroup=JAVAGRP", "node=B", "dns=false", "own=" + own);
    }

    @Test
    void whoJoinsAProcessThatWantsNoNamesIsFoundByItsOwn() {
        try (OurPeer holder = start(java, "HOLDER", false);
                OurPeer guest = start(java, "GUEST", true);
                OurPeer sender = start(asker, "SENDER", false)) {
            assertThat(holder.listen("ONE").problem()).isEmpty();
            assertThat(guest.listen("TWO").problem()).isEmpty();
            assertThat(guest.holder()).isEqualTo(Long.toString(holder.pid()));
            Waiting.until(() -> nmblookup.findsByBroadcast("GUEST"), () -> "GUEST");
            sender.put("\\\\GUEST\\mailslot\\TWO", "to the guest");
            assertThat(guest.next("TWO").text()).isEqualTo("to the guest");
        }
    }

    @Test
    void whoTakesThePortOverTakesTheNamesTooIfTheyAreFree() {
        OurPeer holder = start(java, "HOLDER", true);
        try (OurPeer guest = start(java, "GUEST", true)) {
            assertThat(holder.listen("ONE").problem()).isEmpty();
            assertThat(guest.listen("TWO").problem()).isEmpty();
            Waiting.until(() -> nmblookup.findsByBroadcast("HOLDER"), () -> "HOLDER");
            assertThat(nmblookup.findsByBroadcast("GUEST")).isFalse();
            holder.close();
            Waiting.until(() -> nmblookup.findsByBroadcast("GUEST"), () -> "GUEST");
            assertThat(nmblookup.findsByBroadcast("HOLDER")).isFalse();
        }
    }
}
