package io.mailslot4j.interop;

import static io.mailslot4j.protocol.nameservice.NameServicePacketKind.MULTIHOMED_NAME_REGISTRATION_REQUEST;
import static io.mailslot4j.protocol.nameservice.NameServicePacketKind.NAME_REFRESH_REQUEST;
import static io.mailslot4j.protocol.nameservice.NameServicePacketKind.NAME_REGISTRATION_REQUEST;
import static io.mailslot4j.protocol.nameservice.NameServicePacketKind.NAME_RELEASE_REQUEST;
import static io.mailslot4j.protocol.nameservice.NameServicePacketKind.WAIT_FOR_ACKNOWLEDGEMENT;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.interop.lab.Capture;
import io.mailslot4j.interop.lab.Dissectors;
import io.mailslot4j.interop.lab.Lab;
import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.NameExchange;
import io.mailslot4j.interop.lab.Nmbd;
import io.mailslot4j.interop.lab.Nmblookup;
import io.mailslot4j.interop.lab.Waiting;
import io.mailslot4j.interop.peer.OurPeer;
import io.mailslot4j.protocol.nameservice.NameServicePacketKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A WINS server of somebody else has our names, and what we say to it has the form of what Samba says.
 *
 * <pre>
 *   10.77.0.10  JAVABOX, H node
 *   10.77.0.11  nmblookup
 *   10.77.0.12  another of ours, H node
 *   10.77.0.14  ours too, and 10.77.1.14
 *   10.77.0.20  the WINS server
 *   10.77.0.21  nmbd as a client of that server: OTHERPC
 *   10.77.0.22  nmbd as another client, which wants to be JAVABOX
 * </pre>
 *
 * <p>The server grants names for 8 seconds, and is asked for no more, so we refresh them after 4.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class OwningNamesByWins {
    private static final String GRANTED = " for 8 ";
    private static final Path CAPTURES = Path.of("..", "pcaps", "captures");
    private static final String TIMERS =
            "timers=SMALLEST_REFRESH:1000,WINS_DOWN:2000,UNICAST_RETRY:400,WINS_TTL:8000,INTERFACE_CHECK:500";

    /** nmbd forgets all addresses of a name when one is released, and then does not know the others. */
    private static final String ONE_RELEASE_IS_ENOUGH = "NEGATIVE_NAME_RELEASE_RESPONSE b403 0/1/0/0";

    private Lab lab;
    private LabHost server;
    private LabHost java;
    private LabHost second;
    private LabHost both;
    private LabHost asker;
    private LabHost samba;
    private LabHost rival;
    private Capture capture;
    private Nmblookup nmblookup;
    private OurPeer javabox;
    private OurPeer other;
    private OurPeer twoHomes;
    private Nmbd otherPc;

    /** Starts the WINS server; not all it does need be done. */
    abstract void startServer(LabHost host, Path folder);

    /** Ends it without a word. */
    abstract void stopServer();

    abstract void startServerAgain();

    /** What it says where a group is that has no members by name. */
    abstract String everywhere();

    /** What it answers at last to an nmbd that wants a name of ours. */
    abstract String toTheRival();

    /** What it answers when the second address of a name is released. */
    abstract String toTheSecondRelease();

    /** Checks what it says of TWOHOMES when both addresses were released. */
    abstract void leftAfterRelease(Nmblookup asker, LabHost wins);

    @BeforeAll
    void start(@TempDir Path folder, @TempDir Path folderOfSamba) {
        lab = Lab.open();
        java = lab.host("java", "10.77.0.10");
        asker = lab.host("asker", "10.77.0.11");
        second = lab.host("other", "10.77.0.12");
        both = lab.host("both", "10.77.0.14", "10.77.1.14");
        server = lab.host("wins", "10.77.0.20");
        samba = lab.host("samba", "10.77.0.21");
        rival = lab.host("rival", "10.77.0.22");
        capture = lab.capture(java.address());
        startServer(server, folder);
        awaitServer();
        nmblookup = new Nmblookup(asker);
        javabox = start(java, "JAVABOX");
        other = start(second, "OTHER");
        twoHomes = start(both, "TWOHOMES");
        otherPc = Nmbd.startWinsClient(samba, folderOfSamba, Nmbd.MEMBER, server);
    }

    private void awaitServer() {
        Waiting.until(
                () -> asker.succeeds("nmblookup", "-s", "/dev/null", "-A", server.address()), () -> "the WINS server");
    }

    private OurPeer start(LabHost host, String computer) {
        return OurPeer.start(
                host,
                "computer=" + computer,
                "workgroup=JAVAGRP",
                "node=H",
                "wins=" + server.address(),
                "dns=false",
                TIMERS);
    }

    @AfterAll
    void end() {
        lab.close();
    }

    private List<NameExchange> exchanges(LabHost client, NameServicePacketKind kind, String name) {
        return capture.names().stream()
                .filter(e -> e.isOf(client)
                        && e.isTo(server)
                        && e.is(kind)
                        && e.name().toString().equals(name))
                .toList();
    }

    @Test
    @Order(1)
    void aUniqueName() {
        assertThat(javabox.own("JAVABOX", false)).isEqualTo("ACTIVE");
        assertThat(javabox.names()).containsExactly("JAVABOX<00> unique ACTIVE by 10.77.0.20" + GRANTED + "10.77.0.10");
        assertThat(nmblookup.byWins(server, "JAVABOX")).containsExactly("10.77.0.10");
        assertThat(other.lookup("JAVABOX").steps()).containsExactly("cache: not there", "WINS 10.77.0.20: found");
        assertThat(exchanges(java, NAME_REGISTRATION_REQUEST, "JAVABOX<00>"))
                .singleElement()
                .satisfies(e -> assertThat(e.answerKinds()).containsExactly("POSITIVE_NAME_REGISTRATION_RESPONSE"));
    }

    @Test
    @Order(2)
    void groups() {
        assertThat(javabox.own("JAVAGRP", true)).isEqualTo("ACTIVE");
        assertThat(javabox.own("JAVAGRP<1C>", true)).isEqualTo("ACTIVE");
        assertThat(other.own("JAVAGRP", true)).isEqualTo("ACTIVE");
        assertThat(other.own("JAVAGRP<1C>", true)).isEqualTo("ACTIVE");
        assertThat(twoHomes.lookup("JAVAGRP").owners()).containsExactly(everywhere() + " group 10.77.0.20:137");
        assertThat(nmblookup.byWins(server, "JAVAGRP<1C>")).containsExactlyInAnyOrder("10.77.0.10", "10.77.0.12");
    }

    /** The server asks the owner, and has us wait meanwhile. */
    @Test
    @Order(3)
    void whatIsOursIsRefusedToOthers() {
        assertThat(other.own("JAVABOX", false)).isEqualTo("REFUSED 10.77.0.20");
        assertThat(exchanges(second, NAME_REGISTRATION_REQUEST, "JAVABOX<00>"))
                .singleElement()
                .satisfies(e -> assertThat(e.answerKinds())
                        .containsExactly("WAIT_FOR_ACKNOWLEDGEMENT", "NEGATIVE_NAME_REGISTRATION_RESPONSE"));
        assertThat(nmblookup.byWins(server, "JAVABOX")).containsExactly("10.77.0.10");
    }

    /** It gets its other names, which nobody has. */
    @Test
    @Order(4)
    void whatIsOursIsRefusedToNmbd(@TempDir Path folder) {
        try (Nmbd wantsOurs = Nmbd.startWinsClient(rival, folder, "JAVABOX", server)) {
            wantsOurs.awaitName(asker, "JAVABOX#20");
            assertThat(nmblookup.byBroadcast("JAVABOX<20>")).containsExactly("10.77.0.22");
            assertThat(nmblookup.byBroadcast("JAVABOX")).containsExactly("10.77.0.10");
        }
        assertThat(exchanges(rival, MULTIHOMED_NAME_REGISTRATION_REQUEST, "JAVABOX<00>"))
                .singleElement()
                .satisfies(e -> assertThat(e.answerKinds()).containsExactly("WAIT_FOR_ACKNOWLEDGEMENT", toTheRival()));
    }

    @Test
    @Order(5)
    void whatNmbdHasIsRefusedToUs() {
        Waiting.until(() -> nmblookup.findsByWins(server, Nmbd.MEMBER), () -> Nmbd.MEMBER);
        assertThat(javabox.own(Nmbd.MEMBER, false)).isEqualTo("REFUSED 10.77.0.20");
        assertThat(nmblookup.byWins(server, Nmbd.MEMBER)).containsExactly("10.77.0.21");
    }

    @Test
    @Order(6)
    void aNameWithTwoAddresses() {
        assertThat(twoHomes.own("TWOHOMES", false)).isEqualTo("ACTIVE");
        assertThat(nmblookup.byWins(server, "TWOHOMES")).containsExactlyInAnyOrder("10.77.0.14", "10.77.1.14");
        assertThat(exchanges(both, MULTIHOMED_NAME_REGISTRATION_REQUEST, "TWOHOMES<00>"))
                .hasSize(2)
                .allSatisfy(e -> assertThat(e.answerKinds()).endsWith("POSITIVE_NAME_REGISTRATION_RESPONSE"));
    }

    /** Without the refreshes the server would have forgotten it after 8 seconds. */
    @Test
    @Order(7)
    void namesAreRefreshed() {
        Waiting.until(
                () -> exchanges(java, NAME_REFRESH_REQUEST, "JAVABOX<00>").size() >= 3
                        && exchanges(both, NAME_REFRESH_REQUEST, "TWOHOMES<00>").size() >= 4,
                () -> "refreshes");
        assertThat(nmblookup.byWins(server, "JAVABOX")).containsExactly("10.77.0.10");
        assertThat(nmblookup.byWins(server, "TWOHOMES")).containsExactlyInAnyOrder("10.77.0.14", "10.77.1.14");
        assertThat(exchanges(java, NAME_REGISTRATION_REQUEST, "JAVABOX<00>")).hasSize(1);
    }

    @Test
    @Order(8)
    void aMessageReachesOurReaderByTheWinsServerOnly() {
        assertThat(javabox.listen("LISTENER").problem()).isEmpty();
        other.put("\\\\JAVABOX\\mailslot\\LISTENER", "by WINS");
        assertThat(javabox.next("LISTENER").text()).isEqualTo("by WINS");
    }

    @Test
    @Order(9)
    void namesAreReleased() {
        twoHomes.close();
        assertThat(exchanges(both, NAME_RELEASE_REQUEST, "TWOHOMES<00>"))
                .extracting(NameExchange::answerKinds)
                .containsExactly(List.of("POSITIVE_NAME_RELEASE_RESPONSE"), List.of(toTheSecondRelease()));
        leftAfterRelease(nmblookup, server);
        otherPc.close();
    }

    @Test
    @Order(10)
    void whileTheServerIsDeadEverybodyIsAsked() {
        stopServer();
        Waiting.until(
                () -> javabox.names().contains("JAVABOX<00> unique ACTIVE 10.77.0.10"), () -> "JAVABOX without WINS");
        assertThat(javabox.own("LATE", false)).isEqualTo("ACTIVE");
        assertThat(javabox.names()).contains("LATE<00> unique ACTIVE 10.77.0.10");
        assertThat(nmblookup.byBroadcast("JAVABOX")).containsExactly("10.77.0.10");
        assertThat(other.own("LATE", false)).isEqualTo("REFUSED 10.77.0.10");
        assertThat(other.lookup("LATE").steps()).endsWith("broadcast: found");
        other.put("\\\\LATE\\mailslot\\LISTENER", "without WINS");
    }

    @Test
    @Order(11)
    void whenTheServerIsBackItHasOurNamesAgain() {
        startServerAgain();
        awaitServer();
        Waiting.until(
                () -> javabox.names().stream()
                        .filter(name -> !name.startsWith(Nmbd.MEMBER))
                        .allMatch(name -> name.contains(" ACTIVE by 10.77.0.20" + GRANTED)),
                () -> "the server, but: " + javabox.names());
        assertThat(nmblookup.byWins(server, "JAVABOX")).containsExactly("10.77.0.10");
        assertThat(nmblookup.byWins(server, "LATE")).containsExactly("10.77.0.10");
    }

    /** The server asks at the old address, where nobody is any more. */
    @Test
    @Order(12)
    void aHostWithAnotherAddressIsToldOfThere() {
        java.moveTo("10.77.0.50");
        Waiting.until(
                () -> javabox.names().contains("JAVABOX<00> unique ACTIVE by 10.77.0.20" + GRANTED + "10.77.0.50")
                        && nmblookup.byWins(server, "JAVABOX").equals(List.of("10.77.0.50")),
                () -> "JAVABOX at its new address, but: " + javabox.names());
    }

    @Test
    @Order(13)
    void whatWeSaidHasTheFormOfWhatSambaSays() {
        javabox.close();
        other.close();
        Path file = capture.endsWithQuestion(asker);
        keep(file);
        assertThat(exchanges(java, NAME_RELEASE_REQUEST, "JAVABOX<00>"))
                .as("of the old address, and of the new")
                .hasSize(2);
        assertThat(exchanges(second, NAME_RELEASE_REQUEST, "JAVABOX<00>"))
                .as("what was refused is not released")
                .isEmpty();
        Dissectors.agreeOnNames(file, java, second, both);
        List<NameExchange> all = NameExchange.in(file);
        List<NameExchange> ours = answered(all, java, second, both);
        List<NameExchange> theirs = new ArrayList<>(answered(all, samba, rival));
        Stream.of("smbtorture-addc-nbt.wins.wins", "lab-samba-nmbd-a", "owning-names-by-wins-addc")
                .map(name -> NameExchange.in(CAPTURES.resolve(name + ".pcap")))
                .forEach(theirs::addAll);
        assertThat(NameExchange.requests(ours)).isSubsetOf(NameExchange.requests(theirs));
        assertThat(forms(ours)).isSubsetOf(forms(theirs));
    }

    /** For whoever wants to see it: below {@code target}. */
    private void keep(Path file) {
        try {
            Files.copy(file, Path.of("target", getClass().getSimpleName() + ".pcap"), REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who was told to wait when the server died, or has gone elsewhere since, has no answer yet. */
    private List<NameExchange> answered(List<NameExchange> all, LabHost... clients) {
        return all.stream()
                .filter(e -> !e.answerKinds().equals(List.of(WAIT_FOR_ACKNOWLEDGEMENT.name())))
                .filter(e -> !e.answers().equals(List.of(ONE_RELEASE_IS_ENOUGH)))
                .filter(e -> Stream.of(clients).anyMatch(e::isOf)
                        && e.isTo(server)
                        && !e.answers().isEmpty())
                .toList();
    }

    /** Registrations of one address and of several are answered alike. */
    private static Set<String> forms(List<NameExchange> exchanges) {
        return exchanges.stream()
                .map(e -> e.request()
                                .split(" ", -1)[0]
                                .replace(MULTIHOMED_NAME_REGISTRATION_REQUEST.name(), NAME_REGISTRATION_REQUEST.name())
                        + " " + e.answers())
                .collect(Collectors.toSet());
    }
}
