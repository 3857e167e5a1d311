package io.mailslot4j.interop;

import static io.mailslot4j.interop.lab.DatagramField.DATA;
import static io.mailslot4j.interop.lab.DatagramField.DESTINATION;
import static io.mailslot4j.interop.lab.DatagramField.SLOT;
import static io.mailslot4j.interop.lab.DatagramField.SOURCE;
import static io.mailslot4j.interop.lab.DatagramField.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.interop.lab.Capture;
import io.mailslot4j.interop.lab.DatagramField;
import io.mailslot4j.interop.lab.Dissectors;
import io.mailslot4j.interop.lab.Lab;
import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.NamePacketField;
import io.mailslot4j.interop.lab.NeedsPeers;
import io.mailslot4j.interop.lab.Nmbd;
import io.mailslot4j.interop.lab.Nmblookup;
import io.mailslot4j.interop.lab.Peer;
import io.mailslot4j.interop.lab.SambaNdr;
import io.mailslot4j.interop.lab.Tshark;
import io.mailslot4j.interop.lab.UnexpectedSocket;
import io.mailslot4j.interop.peer.OurPeer;
import io.mailslot4j.protocol.Octets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * We find what Samba's nmbd has, by broadcast and by WINS, as Samba's own nmblookup does; and messages reach it by name.
 *
 * <pre>
 *   10.77.0.10  we, without rights and without a configured address
 *   10.77.0.11  nmblookup
 *   10.77.0.20  nmbd: SAMBAPDC, primary domain controller of LABGRP, master browser and WINS server
 *   10.77.0.40  nmbd: OTHERPC, member of OTHERGRP, not registered by WINS
 * </pre>
 */
@NeedsPeers({Peer.LAB, Peer.NMBD, Peer.TCPDUMP, Peer.TSHARK, Peer.SAMBA_NDR, Peer.SETPRIV})
class FindingNamesTest {
    private static final String UNIQUE = "16";
    private static final String GROUP = "17";
    /** RFC 1002 section 4.2.12: RD, and B where everybody is asked. */
    private static final String TO_SERVER = Integer.toString(0x0100);

    private static final String TO_EVERYBODY = Integer.toString(0x0110);
    private static final String TO_NODE = "0";
    private static final String NB = Integer.toString(0x20);
    private static final String NBSTAT = Integer.toString(0x21);

    /** The system refuses to send there. */
    private static final String NO_WAY = "10.99.9.9";

    @AutoClose
    private static Lab lab;

    private static LabHost pc;
    private static LabHost smb;
    private static Capture capture;
    private static Nmblookup nmblookup;
    private static OurPeer byBroadcast;
    private static OurPeer byWins;

    @AutoClose
    private static UnexpectedSocket unexpected;

    @AutoClose
    private static UnexpectedSocket unexpectedByMember;

    @AutoClose
    private static SambaNdr samba;

    @BeforeAll
    static void startNmbd(@TempDir Path folder, @TempDir Path folderOfMember) {
        lab = Lab.open();
        pc = lab.host("pc", "10.77.0.10");
        pc.loseWayTo(NO_WAY);
        smb = lab.host("smb", "10.77.0.20");
        LabHost asker = lab.host("asker", "10.77.0.11");
        nmblookup = new Nmblookup(asker);
        capture = lab.capture(pc.address());
        Nmbd nmbd = Nmbd.startWithWins(smb, folder);
        Nmbd member = Nmbd.startMember(lab.host("member", "10.77.0.40"), folderOfMember);
        byBroadcast = start("computer=WINPC", "workgroup=ELSEWHERE", "node=B");
        byWins = start("computer=WINPC", "workgroup=ELSEWHERE", "node=P", "wins=10.77.0.20");
        samba = SambaNdr.start();
        member.awaitName(asker, Nmbd.MEMBER).awaitName(asker, Nmbd.WORKGROUP);
        nmbd.awaitName(asker, onTheWire("LABGRP#1d")).awaitName(asker, onTheWire("__MSBROWSE__#01"));
        unexpected = nmbd.unexpectedPackets();
        unexpectedByMember = member.unexpectedPackets();
    }

    /** Asking needs no rights. DNS would be asked last, but no DNS server is in the lab. */
    private static OurPeer start(String... settings) {
        String[] all =
                Stream.concat(Stream.of(settings), Stream.of("dns=false")).toArray(String[]::new);
        return OurPeer.startAsOrdinaryUser(pc, all);
    }

    /** The name of all master browsers has control characters, which are not for the names of tests. */
    private static String onTheWire(String name) {
        return name.replace("__MSBROWSE__", "\u0001\u0002__MSBROWSE__\u0002");
    }

    @AfterAll
    static void everyQuestionWasUnderstood() {
        byBroadcast.put("\\\\SAMBAPDC@10.77.0.20\\mailslot\\END", "the end of it");
        Path file = capture.endsWith("the end of it");
        List<Tshark.NamePacket> questions = Dissectors.agreeOnNames(file, pc);
        Map<String, Long> kinds = questions.stream()
                .map(Tshark.NamePacket::fields)
                .collect(Collectors.groupingBy(
                        q -> q.get(NamePacketField.FLAGS) + " " + q.get(NamePacketField.TYPE), Collectors.counting()));
        assertThat(kinds).containsOnlyKeys(TO_EVERYBODY + " " + NB, TO_SERVER + " " + NB, TO_NODE + " " + NBSTAT);
        Dissectors.agreeOn(file, pc);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAMBAPDC", "sambapdc<03>", "SAMBAPDC<20>", "LABGRP<1B>", "LABGRP<1D>"})
    void aUniqueNameByBroadcast(String name) {
        OurPeer.Found found = byBroadcast.lookup(name);
        assertThat(found.owners()).containsExactly("10.77.0.20 unique 10.77.0.20:137");
        assertThat(found.steps()).containsExactly("cache: not there", "broadcast: found");
        assertThat(found.addresses()).isEqualTo(nmblookup.byBroadcast(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LABGRP", "LABGRP<1C>", "LABGRP<1E>", "__MSBROWSE__<01>"})
    void aGroupByBroadcast(String name) {
        OurPeer.Found found = byBroadcast.lookup(onTheWire(name));
        assertThat(found.kind()).isEqualTo("group");
        assertThat(found.owners()).containsExactly("10.77.0.20 group 10.77.0.20:137");
        assertThat(found.steps()).containsExactly("cache: not there", "broadcast: found");
        assertThat(found.addresses()).isEqualTo(nmblookup.byBroadcast(onTheWire(name)));
    }

    @Test
    void namesOfAnotherWorkgroupByBroadcast() {
        assertThat(byBroadcast.lookup("OTHERPC").owners()).containsExactly("10.77.0.40 unique 10.77.0.40:137");
        assertThat(byBroadcast.lookup("OTHERGRP").owners()).containsExactly("10.77.0.40 group 10.77.0.40:137");
        assertThat(byBroadcast.lookup("OTHERGRP<1E>").owners()).containsExactly("10.77.0.40 group 10.77.0.40:137");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOBODY", "SAMBAPDC<1B>", "OTHERGRP<1C>"})
    void aNameThatNobodyHasByBroadcast(String name) {
        OurPeer.Found found = byBroadcast.lookup(name);
        assertThat(found.owners()).isEmpty();
        assertThat(found.steps())
                .containsExactly("cache: not there", "broadcast: no answer to 3 queries on 10.77.0.255");
        assertThat(nmblookup.findsByBroadcast(name)).isFalse();
    }

    @Test
    void theSecondTimeNobodyIsAsked() {
        assertThat(byBroadcast.lookup("SAMBAPDC<1C>").owners()).isEmpty();
        assertThat(byBroadcast.lookup("SAMBAPDC<1C>").steps()).containsExactly("cache: nobody answered a moment ago");
        assertThat(byWins.lookup("SAMBAPDC<03>").steps()).containsExactly("cache: not there", "WINS 10.77.0.20: found");
        assertThat(byWins.lookup("SAMBAPDC<03>").steps()).containsExactly("cache: found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAMBAPDC", "SAMBAPDC<20>", "LABGRP<1B>"})
    void aUniqueNameByWins(String name) {
        OurPeer.Found found = byWins.lookup(name);
        assertThat(found.owners()).containsExactly("10.77.0.20 unique 10.77.0.20:137");
        assertThat(found.steps()).containsExactly("cache: not there", "WINS 10.77.0.20: found");
        assertThat(found.addresses()).isEqualTo(nmblookup.byWins(smb, name));
    }

    /** Of a group of domain controllers a WINS server keeps the members. */
    @Test
    void aGroupOfDomainControllersByWins() {
        OurPeer.Found found = byWins.lookup("LABGRP<1C>");
        assertThat(found.kind()).isEqualTo("group");
        assertThat(found.owners()).containsExactly("10.77.0.20 group 10.77.0.20:137");
        assertThat(found.addresses()).isEqualTo(nmblookup.byWins(smb, "LABGRP<1C>"));
    }

    /** Of other groups it does not; nmbd says 0.0.0.0, which nmblookup passes over. */
    @ParameterizedTest
    @ValueSource(strings = {"LABGRP", "LABGRP<1E>"})
    void anyOtherGroupByWins(String name) {
        OurPeer.Found found = byWins.lookup(name);
        assertThat(found.kind()).isEqualTo("group");
        assertThat(found.owners()).containsExactly("0.0.0.0 group 10.77.0.20:137");
        assertThat(found.steps()).containsExactly("cache: not there", "WINS 10.77.0.20: found");
        assertThat(nmblookup.findsByWins(smb, name)).isFalse();
    }

    /** Those of one network only are never with a WINS server (MS-NBTE, product behaviour note 3). */
    @ParameterizedTest
    @ValueSource(strings = {"NOBODY", "OTHERPC", "OTHERGRP", "LABGRP<1D>", "__MSBROWSE__<01>"})
    void aNameThatTheWinsServerDoesNotHave(String name) {
        OurPeer.Found found = byWins.lookup(onTheWire(name));
        assertThat(found.owners()).isEmpty();
        assertThat(found.steps()).containsExactly("cache: not there", "WINS 10.77.0.20: does not have it (NAM_ERR)");
        assertThat(nmblookup.findsByWins(smb, onTheWire(name))).isFalse();
    }

    /** Nobody has the first address; the host with the second has no name server, and says so by ICMP. */
    @ParameterizedTest
    @ValueSource(strings = {"10.77.0.99", "10.77.0.11"})
    void withoutAnAnswerFromTheWinsServerByBroadcast(String server) {
        try (OurPeer ours = start("computer=WINPC", "workgroup=ELSEWHERE", "node=H", "wins=" + server)) {
            OurPeer.Found found = ours.lookup("OTHERPC");
            assertThat(found.owners()).containsExactly("10.77.0.40 unique 10.77.0.40:137");
            assertThat(found.steps())
                    .containsExactly(
                            "cache: not there", "WINS " + server + ": no answer to 3 queries", "broadcast: found");
            assertThat(ours.lookup("LABGRP<1C>").steps())
                    .containsExactly(
                            "cache: not there",
                            "WINS " + server + ": not asked: it kept silent a moment ago",
                            "broadcast: found");
        }
    }

    @Test
    void withoutAWayToTheWinsServerByBroadcastAtOnce() {
        try (OurPeer ours = start("computer=WINPC", "workgroup=ELSEWHERE", "node=H", "wins=" + NO_WAY)) {
            OurPeer.Found found = ours.lookup("OTHERPC");
            assertThat(found.owners()).containsExactly("10.77.0.40 unique 10.77.0.40:137");
            assertThat(found.steps())
                    .containsExactly(
                            "cache: not there",
                            "WINS " + NO_WAY + ": cannot be reached: No route to host",
                            "broadcast: found");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status " + NO_WAY, "put \\\\" + NO_WAY + "\\mailslot\\log"})
    void withoutAWayToAHostNothingCanBeAskedOrSent(String order) {
        assertThat(byBroadcast.failureOf(order))
                .isEqualTo("NetworkException\tcannot reach " + NO_WAY + ": No route to host");
    }

    @Test
    void whatTheWinsServerDoesNotHaveByBroadcast() {
        try (OurPeer ours = start("computer=WINPC", "workgroup=ELSEWHERE", "node=H", "wins=10.77.0.20")) {
            assertThat(ours.lookup("OTHERGRP").steps())
                    .containsExactly(
                            "cache: not there", "WINS 10.77.0.20: does not have it (NAM_ERR)", "broadcast: found");
            assertThat(ours.lookup("LABGRP").steps()).containsExactly("cache: not there", "WINS 10.77.0.20: found");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.77.0.20", "10.77.0.40"})
    void theNodeStatus(String address) {
        OurPeer.Status status = byBroadcast.status(address);
        assertThat(status.computer()).isEqualTo(address.endsWith("20") ? "SAMBAPDC<00>" : "OTHERPC<00>");
        assertThat(status.names().stream()
                        .map(name -> name.replaceAll("\\\\x\\p{XDigit}{2}", "."))
                        .toList())
                .hasSize(address.endsWith("20") ? 9 : 5)
                .isEqualTo(nmblookup.status(address));
    }

    @Test
    void noNodeStatusFromAHostWithoutNameService() {
        assertThat(byBroadcast.status("10.77.0.11")).isEqualTo(new OurPeer.Status("", List.of()));
    }

    private static Octets text(String text) {
        return Octets.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Announcements of the other nmbd come out there too. */
    private static void comesOut(
            UnexpectedSocket socket, String type, String source, String destination, String slot, String text)
            throws InterruptedException {
        Map<DatagramField, String> fields;
        do {
            fields = samba.read(socket.next()).fields();
        } while (!source.equals(fields.get(SOURCE)));
        assertThat(fields)
                .containsEntry(TYPE, type)
                .containsEntry(DESTINATION, destination)
                .containsEntry(SLOT, "\\MAILSLOT\\" + slot)
                .containsEntry(DATA, text(text).toHex());
    }

    @Test
    void aMessageToAComputerThatIsFoundByBroadcast() throws InterruptedException {
        byBroadcast.put("\\\\SAMBAPDC\\mailslot\\LISTENER", "to you");
        comesOut(unexpected, UNIQUE, "WINPC<00>", "SAMBAPDC<00>", "LISTENER", "to you");
    }

    @Test
    void aMessageToAComputerThatIsFoundByWins() throws InterruptedException {
        byWins.put("\\\\sambapdc\\mailslot\\LISTENER", "to you, by WINS");
        comesOut(unexpected, UNIQUE, "WINPC<00>", "SAMBAPDC<00>", "LISTENER", "to you, by WINS");
    }

    @Test
    void aMessageToTheDomainMasterBrowser() throws InterruptedException {
        byBroadcast.put("\\\\LABGRP<1B>\\mailslot\\LISTENER", "to its PDC");
        comesOut(unexpected, UNIQUE, "WINPC<00>", "LABGRP<1b>", "LISTENER", "to its PDC");
    }

    @Test
    void aMessageToAnAddress() throws InterruptedException {
        byBroadcast.put("\\\\10.77.0.20\\mailslot\\LISTENER", "whoever you are");
        comesOut(unexpected, UNIQUE, "WINPC<00>", "SAMBAPDC<00>", "LISTENER", "whoever you are");
        byBroadcast.put("\\\\10.77.0.40\\mailslot\\LISTENER", "and you");
        comesOut(unexpectedByMember, UNIQUE, "WINPC<00>", "OTHERPC<00>", "LISTENER", "and you");
    }

    /** Everybody on the network gets it, so it was not sent to the one who answered for the group. */
    @Test
    void aMessageToAnotherWorkgroup() throws InterruptedException {
        byBroadcast.put("\\\\OTHERGRP\\mailslot\\LISTENER", "to all of you");
        comesOut(unexpectedByMember, GROUP, "WINPC<00>", "OTHERGRP<00>", "LISTENER", "to all of you");
        comesOut(unexpected, GROUP, "WINPC<00>", "OTHERGRP<00>", "LISTENER", "to all of you");
    }

    /** The address that the WINS server tells is 0.0.0.0. */
    @Test
    void aMessageToADomainThatIsFoundByWins() throws InterruptedException {
        byWins.put("\\\\LABGRP\\mailslot\\LISTENER", "to all of you, by WINS");
        comesOut(unexpected, GROUP, "WINPC<00>", "LABGRP<00>", "LISTENER", "to all of you, by WINS");
        comesOut(unexpectedByMember, GROUP, "WINPC<00>", "LABGRP<00>", "LISTENER", "to all of you, by WINS");
    }

    @Test
    void aMessageToNobody() {
        assertThat(byBroadcast.failureOfPut("\\\\NOBODY\\mailslot\\LISTENER", text("hello?")))
                .isEqualTo("UnresolvedTargetException\tcannot find NOBODY (not this computer WINPC; not the workgroup"
                        + " ELSEWHERE; not in the static table of 0; cache: not there; broadcast: no answer to 3 queries"
                        + " on 10.77.0.255): write NOBODY@ADDRESS for a computer, or NOBODY@255.255.255.255 for a domain"
                        + " or workgroup");
        assertThat(byWins.failureOfPut("\\\\NOBODY\\mailslot\\LISTENER", text("hello?")))
                .startsWith("UnresolvedTargetException\tcannot find NOBODY (")
                .contains("; cache: not there; WINS 10.77.0.20: does not have it (NAM_ERR)")
                .doesNotContain("broadcast:");
    }

    @Test
    void aMessageToAnAddressWithoutANameService() {
        assertThat(byBroadcast.failureOfPut("\\\\10.77.0.11\\mailslot\\LISTENER", text("hello?")))
                .isEqualTo(
                        "UnresolvedTargetException\tcannot find 10.77.0.11 (it does not tell its NetBIOS name, which a"
                                + " datagram needs too): write NAME@10.77.0.11");
    }

    /** A host with Samba needs no settings: it is called, and asks, as its smb.conf says. */
    @Test
    void asSmbConfSays(@TempDir Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("smb.conf"), """
                [global]
                  netbios name = confpc
                  Work Group = labgrp
                  wins server = 10.77.0.20
                """);
        try (OurPeer ours = OurPeer.startWithSambaOf(folder, pc, "dns=false")) {
            assertThat(ours.lookup("SAMBAPDC").steps()).containsExactly("cache: not there", "WINS 10.77.0.20: found");
            ours.put("\\\\SAMBAPDC\\mailslot\\CONF", "by WINS");
            comesOut(unexpected, UNIQUE, "CONFPC<00>", "SAMBAPDC<00>", "CONF", "by WINS");
            ours.put("\\\\*\\mailslot\\CONF", "to all of us");
            comesOut(unexpected, GROUP, "CONFPC<00>", "LABGRP<00>", "CONF", "to all of us");
            comesOut(unexpectedByMember, GROUP, "CONFPC<00>", "LABGRP<00>", "CONF", "to all of us");
        }
    }
}
