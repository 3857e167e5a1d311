package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.interop.lab.DomainController;
import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.NeedsPeers;
import io.mailslot4j.interop.lab.Nmblookup;
import io.mailslot4j.interop.lab.Peer;
import java.nio.file.Path;

/** The WINS server of Samba's Active Directory domain controller, which is another program than nmbd. */
@NeedsPeers({Peer.LAB, Peer.NMBD, Peer.DOMAIN_CONTROLLER, Peer.TCPDUMP, Peer.TSHARK, Peer.SAMBA_NDR})
class OwningNamesByWinsOfDomainControllerTest extends OwningNamesByWins {
    private DomainController controller;

    @Override
    void startServer(LabHost host, Path folder) {
        controller = DomainController.start(host, folder);
    }

    @Override
    void stopServer() {
        controller.close();
    }

    @Override
    void startServerAgain() {
        controller.startAgain();
    }

    @Override
    String everywhere() {
        return "255.255.255.255";
    }

    @Override
    String toTheRival() {
        return "NEGATIVE_NAME_REGISTRATION_RESPONSE";
    }

    @Override
    String toTheSecondRelease() {
        return "POSITIVE_NAME_RELEASE_RESPONSE";
    }

    /**
     * It takes the address that a release comes from for the released one, and forgets the others only when they are no
     * longer refreshed.
     */
    @Override
    void leftAfterRelease(Nmblookup asker, LabHost wins) {
        assertThat(asker.byWins(wins, "TWOHOMES")).containsExactly("10.77.1.14");
    }
}
