package io.mailslot4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.SizeLimit;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Writing, sizes and serializers: PT-12 to PT-14, PT-23 to PT-25 and PT-34 to PT-36 of docs/parity.md. */
@Timeout(60)
class WritingParityTest extends InOneProcess {

    @Test
    @DisplayName("PT-12 a message of exactly the limit passes, and one octet more does not arrive")
    void pt12Limit() {
        Mailslot<String> in = reader("x");
        Mailslot<String> out = slot("x").maxMessageSize(4).open();
        out.put("four");
        MessageTooBigException e = catchThrowableOfType(MessageTooBigException.class, () -> out.put("fiver"));
        assertThat(List.of(e.actual(), e.limit())).containsExactly(5, 4);
        assertThat(in.drain()).containsExactly("four");
    }

    @Test
    @DisplayName("PT-13 without a limit a local message has any size")
    void pt13AnySize() {
        Mailslot<byte[]> in = slot("x").serializer(Serializer.bytes()).openReader();
        octetsTo("x").put(new byte[10 << 20]);
        assertThat(in.getNow()).hasSize(10 << 20);
    }

    @Test
    @DisplayName("PT-14 a limit beyond what the network carries is warned of, if the name is remote")
    void pt14Warning() {
        String remote = "\\\\*\\mailslot\\x";
        int most = SizeLimit.WINDOWS.maxPayload("\\MAILSLOT\\x");
        assertThat(logged(() -> slot(remote).maxMessageSize(most + 1).open())).contains(remote, most + " octets");
        assertThat(logged(() -> {
                    slot(remote).maxMessageSize(most).open();
                    slot(remote).open();
                    slot("x").maxMessageSize(5000).open();
                }))
                .isEmpty();
    }

    private static String logged(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (PrintStream err = new PrintStream(log, true, StandardCharsets.UTF_8)) {
            System.setErr(err);
            work.run();
        } finally {
            System.setErr(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("Z2 a limit counts octets; Z6 no limit is negative")
    void z2LimitsCountOctets() {
        reader("x");
        assertThatThrownBy(() -> slot("x").maxMessageSize(3).open().put("\u00e4\u00e4"))
                .isInstanceOf(MessageTooBigException.class);
        assertThatThrownBy(() -> slot("x").maxMessageSize(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("Z3 the reader's limit holds for a writer on this machine, who is told")
    void z3ReadersLimit() {
        Mailslot<String> in = slot("x").maxMessageSize(4).openReader();
        assertThatThrownBy(() -> open("x").put("fiver")).isInstanceOf(MessageTooBigException.class);
        assertThat(in.counters().tooBig()).isEqualTo(1);
        assertThat(in.isEmpty()).isTrue();
    }

    @Test
    @DisplayName("P10 what becomes of a message that finds no room is the reader's choice, and counted")
    void p10Overflow() {
        for (Overflow overflow : Overflow.values()) {
            try (Mailslot<String> in =
                    slot("x").capacity(2).onOverflow(overflow).openReader()) {
                Mailslot<String> out = slot("x").openWriter();
                out.put("a");
                out.put("b");
                if (overflow == Overflow.REJECT) {
                    assertThatThrownBy(() -> out.put("c")).isInstanceOf(MailslotFullException.class);
                } else {
                    out.put("c");
                }
                assertThat(in.counters().dropped()).isEqualTo(1);
                assertThat(in.drain())
                        .isEqualTo(overflow == Overflow.DROP_OLDEST ? List.of("b", "c") : List.of("a", "b"));
            }
        }
    }

    @Test
    @DisplayName("PT-23 put to a local slot that nobody reads is an error of the mailslot family")
    void pt23NoReader() {
        assertThatThrownBy(() -> open("x").put("a"))
                .isInstanceOf(NoSuchMailslotException.class)
                .isInstanceOf(MailslotException.class);
    }

    @Test
    @DisplayName("P8 any number of writers; their messages are each in their order")
    void p8SeveralWriters() throws Exception {
        Mailslot<String> in = reader("x");
        List<CompletableFuture<Void>> writing = Arrays.stream(new String[] {"a", "b", "c"})
                .map(writer -> CompletableFuture.runAsync(() -> {
                    Mailslot<String> out = slot("x").openWriter();
                    for (int i = 0; i < 100; i++) {
                        out.put(writer + i);
                    }
                }))
                .toList();
        for (CompletableFuture<Void> each : writing) {
            each.get();
        }
        List<String> all = in.drain();
        assertThat(all).hasSize(300);
        for (String writer : List.of("a", "b", "c")) {
            assertThat(all.stream().filter(m -> m.startsWith(writer)))
                    .isSortedAccordingTo((one, other) ->
                            Integer.compare(Integer.parseInt(one.substring(1)), Integer.parseInt(other.substring(1))));
        }
    }

    @Test
    @DisplayName("P7 a writer outlives its reader")
    void p7ReaderRestarts() {
        Mailslot<String> out = slot("x").openWriter();
        for (String each : List.of("a", "b")) {
            try (Mailslot<String> in = reader("x")) {
                out.put(each);
                assertThat(in.getNow()).isEqualTo(each);
            }
        }
    }

    @Test
    @DisplayName("a put that races with close either happens or says that the mailslot is closed")
    void putRacingClose() throws Exception {
        for (int i = 0; i < 200; i++) {
            try (Mailslot<String> in = reader("x")) {
                Mailslot<String> out = slot("x").openWriter();
                CompletableFuture<Integer> putting = CompletableFuture.supplyAsync(() -> {
                    int put = 0;
                    try {
                        while (true) {
                            out.put("m");
                            put++;
                        }
                    } catch (MailslotClosedException expected) {
                        return put;
                    }
                });
                while (in.isEmpty() && !putting.isDone()) {
                    Thread.onSpinWait();
                }
                out.close();
                long put = putting.get();
                assertThat(in.counters().received()).isEqualTo(put);
            }
        }
    }

    @Test
    @DisplayName("PT-34 the values serializer brings back null, truth, numbers, text, octets, lists, maps and sets")
    void pt34Values() {
        Mailslot<Object> in = slot("x").serializer(Serializer.values()).openReader();
        Mailslot<Object> out = slot("x").serializer(Serializer.values()).open();
        List<Object> all = List.of(
                Values.NULL,
                true,
                false,
                42L,
                -1.5,
                "text",
                List.of(1L, Map.of("key", List.of("value"))),
                Set.of("a", 2L));
        all.forEach(out::put);
        assertThat(in.drain()).isEqualTo(all);
        out.put(new byte[] {1, 2, 3});
        assertThat((byte[]) in.getNow()).containsExactly(1, 2, 3);
    }

    @Test
    @DisplayName("PT-35 what the serializer refuses is not sent, and null never is")
    @SuppressWarnings("NullAway") // What users without a checker do.
    void pt35Refused() {
        Mailslot<Object> in = slot("x").serializer(Serializer.values()).openReader();
        Mailslot<Object> out = slot("x").serializer(Serializer.values()).openWriter();
        assertThatThrownBy(() -> out.put(new Object())).isInstanceOf(SerializerException.class);
        assertThatThrownBy(() -> out.put(null)).isInstanceOf(NullPointerException.class);
        assertThat(in.isEmpty()).isTrue();
    }

    @Test
    @DisplayName("PT-36 a pair of functions works on both sides")
    void pt36Pair() {
        Serializer<Integer> decimal = Serializer.of(
                n -> Octets.wrap(n.toString().getBytes(StandardCharsets.US_ASCII)),
                o -> Integer.valueOf(o.text(StandardCharsets.US_ASCII)));
        Mailslot<Integer> in = slot("x").serializer(decimal).openReader();
        slot("x").serializer(decimal).open().put(42);
        assertThat(in.getNow()).isEqualTo(42);
        octetsTo("x").put(new byte[] {'?'});
        assertThatThrownBy(in::getNow).isInstanceOf(SerializerException.class);
    }
}
