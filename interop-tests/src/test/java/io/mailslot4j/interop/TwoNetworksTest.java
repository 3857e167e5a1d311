package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.interop.lab.Lab;
import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.NeedsPeers;
import io.mailslot4j.interop.lab.Peer;
import io.mailslot4j.interop.lab.Waiting;
import io.mailslot4j.interop.peer.Arrival;
import io.mailslot4j.interop.peer.OurPeer;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts that are on two networks, 10.77.0.0/24 and 10.77.1.0/24, at once. */
@NeedsPeers(Peer.LAB)
class TwoNetworksTest {
    private static final String TO_EVERYBODY = "\\\\*\\mailslot\\";
    private static final String TO_ALL_ONES = "\\\\LABGRP@255.255.255.255\\mailslot\\";

    @AutoClose
    private static Lab lab;

    private static LabHost reader;
    private static LabHost chosen;
    private static OurPeer writerOnBoth;
    private static OurPeer writerOnFirst;
    private static OurPeer writerOnSecond;
    private static OurPeer witnessOnFirst;

    @BeforeAll
    static void startAllButTheReader() {
        lab = Lab.open();
        reader = lab.host("reader", "10.77.0.30", "10.77.1.30");
        chosen = lab.host("chosen", "10.77.0.14", "10.77.1.14");
        writerOnBoth = start(lab.host("both", "10.77.0.10", "10.77.1.10"), "BOTH");
        writerOnFirst = start(lab.host("first", "10.77.0.11"), "FIRST");
        writerOnSecond = start(lab.host("second", "10.77.1.12"), "SECOND");
        witnessOnFirst = start(lab.host("witness", "10.77.0.13"), "WITNESS");
        witnessOnFirst.listen("ONE");
    }

    private static OurPeer start(LabHost host, String computer, String... settings) {
        String[] all = new String[settings.length + 2];
        all[0] = "computer=" + computer;
        all[1] = "workgroup=LABGRP";
        System.arraycopy(settings, 0, all, 2, settings.length);
        return OurPeer.start(host, all);
    }

    /** The next message in a slot: sender, text and address. */
    private static String next(OurPeer peer, String slot) {
        Arrival message = peer.next(slot);
        return message.sender() + " " + message.text() + " " + message.address().replaceFirst(":.*", "");
    }

    @Test
    void aBroadcastByTwoNetworksArrivesOnce() {
        try (OurPeer ours = start(reader, "READER")) {
            ours.listen("ONCE");
            for (String text : List.of("one", "two", "three")) {
                writerOnBoth.put(TO_EVERYBODY + "ONCE", text);
            }
            writerOnBoth.put("\\\\READER@10.77.0.30\\mailslot\\ONCE", "end");
            assertThat(List.of(ours.next("ONCE"), ours.next("ONCE"), ours.next("ONCE"), ours.next("ONCE")))
                    .extracting(Arrival::text)
                    .containsExactly("one", "two", "three", "end");
            assertThat(ours.counters())
                    .containsEntry("received", 7L)
                    .containsEntry("delivered", 4L)
                    .containsEntry("DUPLICATE", 3L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"eth1", "10.77.1.30"})
    void aReaderOnOneInterfaceGetsNothingFromTheOther(String networkInterface) {
        try (OurPeer ours = start(reader, "READER", "interface=" + networkInterface)) {
            ours.listen("ONE");
            writerOnFirst.put("\\\\READER@10.77.0.30\\mailslot\\ONE", "unicast");
            writerOnFirst.put(TO_EVERYBODY + "ONE", "broadcast");
            assertThat(next(witnessOnFirst, "ONE")).isEqualTo("FIRST<00> broadcast 10.77.0.11");
            writerOnSecond.put("\\\\READER@10.77.1.30\\mailslot\\ONE", "unicast");
            assertThat(next(ours, "ONE")).isEqualTo("SECOND<00> unicast 10.77.1.12");
            writerOnSecond.put(TO_EVERYBODY + "ONE", "broadcast");
            assertThat(next(ours, "ONE")).isEqualTo("SECOND<00> broadcast 10.77.1.12");
            writerOnFirst.put(TO_ALL_ONES + "ONE", "to all ones");
            assertThat(next(witnessOnFirst, "ONE")).isEqualTo("FIRST<00> to all ones 10.77.0.11");
            writerOnSecond.put(TO_ALL_ONES + "ONE", "to all ones");
            assertThat(next(ours, "ONE")).isEqualTo("SECOND<00> to all ones 10.77.1.12");
            assertThat(ours.counters()).containsEntry("received", 3L).containsEntry("delivered", 3L);
        }
    }

    @Test
    void twoReadersOnOneInterfaceEachDoNotDisturbEachOther() {
        try (OurPeer onFirst = start(reader, "READER", "interface=eth0");
                OurPeer onSecond = start(reader, "READER", "interface=eth1")) {
            assertThat(onFirst.listen("TWO").problem()).isEmpty();
            assertThat(onSecond.listen("OTHER").problem()).isEmpty();
            writerOnFirst.put(TO_ALL_ONES + "TWO", "first");
            writerOnSecond.put(TO_ALL_ONES + "OTHER", "second");
            assertThat(onFirst.next("TWO").text()).isEqualTo("first");
            assertThat(onSecond.next("OTHER").text()).isEqualTo("second");
        }
    }

    @Test
    void aReaderHearsAtTheAddressThatItsInterfaceHasNow() {
        LabHost moving = lab.host("moving", "10.77.1.40");
        try (OurPeer ours = start(moving, "MOVING", "interface=eth0")) {
            assertThat(ours.listen("MOVED").problem()).isEmpty();
            moving.moveTo("10.77.2.41");
            LabHost neighbour = lab.host("neighbour", "10.77.1.42");
            neighbour.moveTo("10.77.2.42");
            Waiting.until(
                    () -> moving.output("ss", "-lun").contains("10.77.2.41:138"), () -> "a socket at the new address");
            assertThat(moving.output("ss", "-lun")).doesNotContain("10.77.1.40:138");
            try (OurPeer writer = start(neighbour, "NEIGHBOUR")) {
                writer.put("\\\\MOVING@10.77.2.41\\mailslot\\MOVED", "unicast");
                writer.put("\\\\LABGRP@10.77.2.255\\mailslot\\MOVED", "broadcast");
                writer.put(TO_ALL_ONES + "MOVED", "to all ones");
                assertThat(List.of(ours.next("MOVED"), ours.next("MOVED"), ours.next("MOVED")))
                        .extracting(Arrival::text)
                        .containsExactlyInAnyOrder("unicast", "broadcast", "to all ones");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"eth1", "10.77.1.14"})
    void aWriterOnOneInterfaceSendsNothingToTheOther(String networkInterface) {
        try (OurPeer ours = start(reader, "READER");
                OurPeer writer = start(chosen, "CHOSEN", "interface=" + networkInterface)) {
            ours.listen("LISTENER");
            writer.put(TO_EVERYBODY + "LISTENER", "once");
            assertThat(next(ours, "LISTENER")).isEqualTo("CHOSEN<00> once 10.77.1.14");
            assertThat(writer.counters()).containsEntry("sent", 1L);
        }
    }
}
