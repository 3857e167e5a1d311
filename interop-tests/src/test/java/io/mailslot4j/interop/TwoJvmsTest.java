package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.interop.lab.Capture;
import io.mailslot4j.interop.lab.Dissectors;
import io.mailslot4j.interop.lab.Lab;
import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.NeedsPeers;
import io.mailslot4j.interop.lab.Peer;
import io.mailslot4j.interop.peer.Arrival;
import io.mailslot4j.interop.peer.OurPeer;
import io.mailslot4j.protocol.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages from one machine to two others, all of them ours. */
@NeedsPeers({Peer.LAB, Peer.TCPDUMP, Peer.TSHARK, Peer.SAMBA_NDR})
class TwoJvmsTest {
    private static final int MANY = 10_000;
    /** Fewer messages than the smallest receive buffer holds, so none is lost on the way. */
    private static final int AT_ONCE = 100;

    @AutoClose
    private static Lab lab;

    private static LabHost[] hosts;
    private static Capture capture;
    private static OurPeer writer;
    private static OurPeer first;
    private static OurPeer second;

    @BeforeAll
    static void startOurs() {
        lab = Lab.open();
        hosts = new LabHost[] {
            lab.host("writer", "10.77.0.10"), lab.host("first", "10.77.0.20"), lab.host("second", "10.77.0.30")
        };
        capture = lab.capture("10.77.0.10");
        writer = OurPeer.start(hosts[0], "computer=WRITER", "workgroup=LABGRP");
        first = OurPeer.start(hosts[1], "computer=FIRST", "workgroup=LABGRP");
        second = OurPeer.start(hosts[2], "computer=SECOND", "workgroup=LABGRP");
        for (OurPeer reader : List.of(first, second)) {
            assertThat(reader.listen("LISTENER").problem()).isEmpty();
        }
    }

    @AfterAll
    static void everythingWeSaidWasUnderstood() {
        writer.put("\\\\*\\mailslot\\LISTENER", "the end of it");
        Dissectors.agreeOn(capture.endsWith("the end of it"), hosts);
    }

    private static OurPeer peer(String name) {
        return Map.of("writer", writer, "first", first, "second", second).get(name);
    }

    @ParameterizedTest
    @CsvSource({"first, FIRST@10.77.0.20", "second, SECOND@10.77.0.30"})
    void aMessageToOneComputer(String name, String computer) {
        writer.put("\\\\" + computer + "\\mailslot\\LISTENER", "to you");
        Arrival message = peer(name).next();
        assertThat(message.text()).isEqualTo("to you");
        assertThat(message.slot()).isEqualTo("\\MAILSLOT\\LISTENER");
        assertThat(message.sender()).isEqualTo("WRITER<00>");
        assertThat(message.delivery()).isEqualTo("UNIQUE");
        assertThat(message.address()).startsWith("10.77.0.10:");
    }

    @ParameterizedTest
    @CsvSource({"LABGRP", "*", "labgrp", "LABGRP@10.77.0.255", "LABGRP@255.255.255.255"})
    void aMessageToAll(String target) {
        writer.put("\\\\" + target + "\\mailslot\\listener", "to all of you");
        for (OurPeer reader : List.of(first, second)) {
            Arrival message = reader.next();
            assertThat(message.text()).isEqualTo("to all of you");
            assertThat(message.sender()).isEqualTo("WRITER<00>");
            assertThat(message.destination()).isEqualTo("LABGRP<00>");
            assertThat(message.delivery()).isEqualTo("GROUP");
        }
    }

    /** The writer has no port 138 and sends from another; the others send from theirs. */
    @ParameterizedTest
    @CsvSource({
        "writer, first, FIRST@10.77.0.20",
        "second, first, *",
        "first, second, SECOND@10.77.0.30",
        "writer, second, LABGRP",
    })
    void tenThousandMessagesInOrderNoneLostNoneTwice(String from, String to, String target) {
        OurPeer sender = peer(from);
        OurPeer reader = peer(to);
        String slot = from + "-to-" + to;
        String name = "\\\\" + target + "\\mailslot\\" + slot;
        reader.listen(slot);
        long start = System.nanoTime();
        List<String> arrived = new ArrayList<>();
        for (int next = 0; next < MANY; next += AT_ONCE) {
            sender.putNumbers(name, next, next + AT_ONCE);
            IntStream.range(0, AT_ONCE)
                    .forEach(i -> arrived.add(reader.next(slot).text()));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        sender.put(name, "end");
        arrived.add(reader.next(slot).text());
        List<String> sent = new ArrayList<>(
                IntStream.range(0, MANY).mapToObj(Integer::toString).toList());
        sent.add("end");
        assertThat(arrived).isEqualTo(sent);
        System.out.printf("%s to %s: %d messages in order in %.1f s%n", from, target, MANY, seconds);
    }

    /** The 512 octets of MS-MAIL section 2.1. */
    @ParameterizedTest
    @CsvSource({"L, 428", "List, 428", "Lists, 424", "EightLet, 424", "several\\levels, 416"})
    void messagesOfAllSizes(String slot, int largest) {
        second.listen(slot);
        String name = "\\\\SECOND@10.77.0.30\\mailslot\\" + slot;
        for (int size : new int[] {0, 1, largest - 1, largest}) {
            writer.put(name, "x".repeat(size));
            assertThat(second.next(slot).text()).isEqualTo("x".repeat(size));
        }
        assertThat(writer.failureOfPut(name, Octets.zeros(largest + 1)))
                .startsWith("MessageTooBigException")
                .contains((largest + 1) + " octets", "at most " + largest);
    }

    /** The same text again is a new message. */
    @Test
    void theSameTextTwiceArrivesTwice() {
        first.listen("TWICE");
        for (String text : List.of("again", "again", "end")) {
            writer.put("\\\\*\\mailslot\\TWICE", text);
        }
        assertThat(List.of(first.next("TWICE"), first.next("TWICE"), first.next("TWICE")))
                .extracting(Arrival::text)
                .containsExactly("again", "again", "end");
    }
}
