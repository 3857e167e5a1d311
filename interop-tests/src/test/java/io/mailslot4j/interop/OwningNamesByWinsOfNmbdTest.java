package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.NeedsPeers;
import io.mailslot4j.interop.lab.Nmbd;
import io.mailslot4j.interop.lab.Nmblookup;
import io.mailslot4j.interop.lab.Peer;
import java.nio.file.Path;

/** nmbd as WINS server. */
@NeedsPeers({Peer.LAB, Peer.NMBD, Peer.TCPDUMP, Peer.TSHARK, Peer.SAMBA_NDR})
class OwningNamesByWinsOfNmbdTest extends OwningNamesByWins {
    private Nmbd nmbd;

    @Override
    void startServer(LabHost host, Path folder) {
        nmbd = Nmbd.startWithWins(host, folder, 8);
    }

    @Override
    void stopServer() {
        nmbd.close();
    }

    @Override
    void startServerAgain() {
        nmbd.startAgain();
    }

    @Override
    String everywhere() {
        return "0.0.0.0";
    }

    /**
     * Wrong, but so it is: whoever registers one of several addresses, as nmbd always does, gets a name that another host has
     * and says so. We refuse it to nmbd by broadcast.
     */
    @Override
    String toTheRival() {
        return "POSITIVE_NAME_REGISTRATION_RESPONSE";
    }

    /** It has forgotten the name, with all its addresses, when the first was released. */
    @Override
    String toTheSecondRelease() {
        return "NEGATIVE_NAME_RELEASE_RESPONSE";
    }

    @Override
    void leftAfterRelease(Nmblookup asker, LabHost wins) {
        assertThat(asker.findsByWins(wins, "TWOHOMES")).isFalse();
    }
}
