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
import io.mailslot4j.interop.lab.Waiting;
import io.mailslot4j.interop.peer.OurPeer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * We are found by name, by Samba's nmblookup and by others of ours, and do not take what somebody else has.
 *
 * <pre>
 *   10.77.0.10  JAVABOX, of the group JAVAGRP, with no configured address anywhere
 *   10.77.0.11  nmblookup
 *   10.77.0.12  another of ours
 *   10.77.0.20  nmbd: SAMBAPDC of LABGRP
 * </pre>
 */
@NeedsPeers({Peer.LAB, Peer.NMBD, Peer.TCPDUMP, Peer.TSHARK, Peer.SAMBA_NDR})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwningNamesTest {
    @AutoClose
    private static Lab lab;

    private static LabHost java;
    private static LabHost asker;
    private static LabHost second;
    private static LabHost third;
    private static LabHost smb;
    private static Capture capture;
    private static Nmblookup nmblookup;
    private static OurPeer javabox;
    private static OurPeer other;

    @BeforeAll
    static void start(@TempDir Path folder) {
        lab = Lab.open();
        java = lab.host("java", "10.77.0.10");
        asker = lab.host("asker", "10.77.0.11");
        nmblookup = new Nmblookup(asker);
        second = lab.host("other", "10.77.0.12");
        third = lab.host("reader", "10.77.0.13");
        smb = lab.host("smb", "10.77.0.20");
        capture = lab.capture(java.address());
        Nmbd nmbd = Nmbd.start(smb, folder);
        javabox = OurPeer.start(java, "computer=JAVABOX", "workgroup=JAVAGRP", "node=B", "dns=false");
        other = OurPeer.start(second, "computer=OTHER", "workgroup=JAVAGRP", "node=B", "dns=false");
        nmbd.awaitName(second, "SAMBAPDC");
        assertThat(javabox.own("JAVABOX", false)).isEqualTo("ACTIVE");
        assertThat(javabox.own("JAVABOX<20>", false)).isEqualTo("ACTIVE");
        assertThat(javabox.own("JAVAGRP", true)).isEqualTo("ACTIVE");
        assertThat(javabox.own("JAVAGRP<1C>", true)).isEqualTo("ACTIVE");
    }

    @AfterAll
    static void everythingWeSaidWasUnderstood() {
        other.close();
        Path file = capture.endsWithQuestion(asker);
        Dissectors.agreeOnNames(file, java, second, third);
        Dissectors.agreeOn(file, java, second, third);
    }

    @Test
    @Order(1)
    void nmblookupFindsUs() {
        for (String name : new String[] {"JAVABOX", "JAVABOX<20>", "JAVAGRP", "JAVAGRP<1C>"}) {
            assertThat(nmblookup.byBroadcast(name)).as(name).containsExactly("10.77.0.10");
        }
        assertThat(nmblookup.findsByBroadcast("JAVABOX<03>")).isFalse();
    }

    @Test
    @Order(2)
    void nmblookupListsOurNames() {
        assertThat(nmblookup.status("10.77.0.10"))
                .containsExactly(
                        "JAVABOX<00> unique B <ACTIVE>",
                        "JAVABOX<20> unique B <ACTIVE>",
                        "JAVAGRP<00> group B <ACTIVE>",
                        "JAVAGRP<1C> group B <ACTIVE>");
    }

    @Test
    @Order(3)
    void whatNmbdHasIsRefusedToUs() {
        assertThat(other.own("SAMBAPDC", false)).isEqualTo("REFUSED 10.77.0.20");
    }

    @Test
    @Order(4)
    void whatOneOfUsHasIsRefusedToTheNext() {
        assertThat(other.own("JAVABOX", false)).isEqualTo("REFUSED 10.77.0.10");
        assertThat(nmblookup.byBroadcast("JAVABOX")).containsExactly("10.77.0.10");
    }

    @Test
    @Order(5)
    void aGroupHasManyMembers() {
        assertThat(other.own("JAVAGRP", true)).isEqualTo("ACTIVE");
        assertThat(nmblookup.byBroadcast("JAVAGRP")).contains("10.77.0.10");
    }

    @Test
    @Order(6)
    void aMessageReachesOurReaderByNameOnly() {
        assertThat(javabox.listen("LISTENER").problem()).isEmpty();
        other.put("\\\\JAVABOX\\mailslot\\LISTENER", "by name only");
        assertThat(javabox.next("LISTENER").text()).isEqualTo("by name only");
    }

    @Test
    @Order(6)
    void whoAsksEverybodyEverywhereIsAnsweredOnce() {
        assertThat(nmblookup.byLimitedBroadcast("JAVABOX")).containsExactly("10.77.0.10");
    }

    @Test
    @Order(7)
    void besideNmbdWeSaySoAndDoNotFight() {
        try (OurPeer beside = OurPeer.start(smb, "computer=SAMBAPDC", "node=B", "dns=false")) {
            assertThat(beside.failureOf("own SAMBAPDC unique"))
                    .startsWith("NetworkException\tUDP port 137 on 10.77.0.20 is in use: Samba's nmbd has it");
        }
        assertThat(nmblookup.byBroadcast("SAMBAPDC")).contains("10.77.0.20");
    }

    @Test
    @Order(8)
    void aReaderOwnsItsNamesIfWanted() {
        try (OurPeer reader =
                OurPeer.start(third, "computer=READER", "workgroup=JAVAGRP", "node=B", "dns=false", "own=true")) {
            assertThat(reader.listen("LISTENER").problem()).isEmpty();
            Waiting.until(() -> nmblookup.findsByBroadcast("READER"), () -> "READER is not found");
            other.put("\\\\READER\\mailslot\\LISTENER", "to a name");
            assertThat(reader.next("LISTENER").text()).isEqualTo("to a name");
            assertThat(nmblookup.status("10.77.0.13"))
                    .containsExactly(
                            "READER<00> unique B <ACTIVE>",
                            "READER<03> unique B <ACTIVE>",
                            "READER<20> unique B <ACTIVE>",
                            "JAVAGRP<00> group B <ACTIVE>");
        }
        assertThat(nmblookup.findsByBroadcast("READER")).isFalse();
    }

    /** Samba makes the demand. */
    private static void demandToGiveUp(String name, LabHost owner) {
        String demand = """
                import socket, sys
                from samba.dcerpc import nbt
                from samba.ndr import ndr_pack
                address = nbt.rdata_address()
                address.nb_flags, address.ipaddr = 0, "0.0.0.0"
                owners = nbt.rdata_netbios()
                owners.length, owners.addresses = 6, [address]
                name = nbt.name()
                name.name, name.type = sys.argv[1], 0
                record = nbt.res_rec()
                record.name, record.rr_type, record.rr_class, record.ttl = name, nbt.NBT_QTYPE_NETBIOS, 1, 0
                record.rdata = owners
                demand = nbt.name_packet()
                demand.operation, demand.ancount, demand.answers = 0xAD87, 1, [record]
                udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
                udp.sendto(ndr_pack(demand), (sys.argv[2], 137))
                """;
        asker.output("/usr/bin/python3", "-c", demand, name, owner.address());
    }

    /** RFC 1001 section 15.1.3.5: two halves of a network come together, and both have the name. */
    @Test
    @Order(9)
    void aConflictThatIsProvedIsObeyedAndAnotherIsNot() {
        LabHost elsewhere = lab.host("elsewhere", "10.77.0.15");
        lab.unplug(elsewhere);
        try (OurPeer twin = OurPeer.start(elsewhere, "computer=TWIN", "node=B", "dns=false")) {
            assertThat(twin.own("TWIN", false)).isEqualTo("ACTIVE");
            assertThat(other.own("TWIN", false)).isEqualTo("ACTIVE");
            lab.plugInAgain(elsewhere);
            assertThat(nmblookup.byBroadcast("TWIN")).contains("10.77.0.12");
            demandToGiveUp("JAVABOX", java);
            demandToGiveUp("TWIN", second);
            Waiting.until(() -> other.names().contains("TWIN<00> unique CONFLICT 10.77.0.12"), () -> "the conflict");
            assertThat(nmblookup.byBroadcast("TWIN")).containsExactly("10.77.0.15");
            assertThat(nmblookup.status("10.77.0.12")).contains("TWIN<00> unique B <CONFLICT> <ACTIVE>");
        }
        assertThat(javabox.names()).contains("JAVABOX<00> unique ACTIVE 10.77.0.10");
    }

    /** Who asks finds it where it is now. */
    @Test
    @Order(10)
    void aHostWithAnotherAddressIsFoundThere() {
        java.moveTo("10.77.0.50");
        Waiting.until(
                () -> javabox.names().contains("JAVABOX<00> unique ACTIVE 10.77.0.50")
                        && nmblookup.findsByBroadcast("JAVABOX"),
                () -> "JAVABOX at its new address, but: " + javabox.names());
        assertThat(nmblookup.byBroadcast("JAVABOX")).containsExactly("10.77.0.50");
        try (OurPeer stranger = OurPeer.start(third, "computer=STRANGER", "node=B", "dns=false")) {
            stranger.put("\\\\JAVABOX\\mailslot\\LISTENER", "where you are now");
            assertThat(javabox.next("LISTENER").text()).isEqualTo("where you are now");
        }
    }

    @Test
    @Order(11)
    void whatWeGiveUpIsFoundNoMore() {
        javabox.close();
        assertThat(nmblookup.findsByBroadcast("JAVABOX")).isFalse();
    }
}
