package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.interop.lab.Lab;
import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.NeedsPeers;
import io.mailslot4j.interop.lab.Peer;
import io.mailslot4j.interop.peer.OurPeer;
import io.mailslot4j.protocol.Octets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A host without any network that is up. */
@NeedsPeers({Peer.LAB})
class NoInterfaceTest {
    private static final String TO_ALL = "\\\\*\\mailslot\\LISTENER";

    @AutoClose
    private final Lab lab = Lab.open();

    @Test
    void whoWritesToAllIsToldThatNobodyCanBeReachedButIfSomebodyReadsHere() {
        LabHost host = lab.host("alone", "10.77.0.10");
        host.output("ip", "link", "set", "eth0", "down");
        try (OurPeer peer = OurPeer.start(host, "computer=ALONE")) {
            assertThat(peer.failureOfPut(TO_ALL, Octets.EMPTY)).contains("NetworkException", "nothing was sent to");
            peer.listen("LISTENER");
            peer.put(TO_ALL, "hello");
            assertThat(peer.next().text()).isEqualTo("hello");
        }
    }
}
