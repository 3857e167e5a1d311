package io.mailslot4j.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.Serializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogWriterTest extends InOneProcess {
    private final Gate gate = new Gate();

    private LogWriterBuilder gated() {
        return writer(slot("LOG").serializer(gate).openWriter());
    }

    @Test
    void eachLineIsAMessageWithoutTheLineEndBehindIt() {
        Mailslot<String> in = reader();
        try (LogWriter out = writer().build()) {
            out.write("one\n");
            out.write("two\r\n");
            out.write("three\n\tat four\n\n");
            out.write("");
        }
        assertThat(in.drain()).containsExactly("one", "two", "three\n\tat four", "");
        assertThat(problems).isEmpty();
    }

    @Test
    void aMailslotThatWasGivenStaysOpen() {
        Mailslot<String> in = reader();
        Mailslot<String> mailslot = slot("LOG").openWriter();
        writer(mailslot).build().close();
        mailslot.put("still here");
        assertThat(in.drain()).containsExactly("still here");
    }

    @Test
    void whatIsWrittenAfterClosingIsNotSent() {
        Mailslot<String> in = reader();
        LogWriter out = writer().endOfLog("STOP").build();
        out.write("before");
        out.close();
        out.write("after");
        out.close();
        assertThat(in.drain()).containsExactly("before", "STOP");
    }

    @Test
    void whatFindsNoRoomIsLostAndSaid() throws InterruptedException {
        Mailslot<String> in = reader();
        try (LogWriter out = gated().capacity(2).build()) {
            out.write("on its way");
            gate.awaitFirst();
            List.of("waits", "waits too", "lost", "lost too").forEach(out::write);
            gate.open();
            assertThat(List.of(in.get(), in.get(), in.get())).containsExactly("on its way", "waits", "waits too");
            out.write("next");
        }
        assertThat(in.drain()).containsExactly("2 lines lost here: more was logged than could be sent", "next");
        assertThat(problems).isEmpty();
    }

    @Test
    void whatWasLostIsSaidAtTheEndTooBeforeTheEndOfTheLog() throws InterruptedException {
        Mailslot<String> in = reader();
        try (LogWriter out = gated().capacity(1).endOfLog("STOP").build()) {

            out.write("on its way");
            gate.awaitFirst();
            List.of("waits", "lost").forEach(out::write);
            gate.open();
        }
        assertThat(in.drain())
                .containsExactly("on its way", "waits", "1 line lost here: more was logged than could be sent", "STOP");
    }

    @Test
    void closingDoesNotWaitLongerThanItMay() throws InterruptedException {
        LogWriter out =
                gated().endOfLog("STOP").closeWithin(Duration.ofMillis(1)).build();
        out.write("on its way");
        gate.awaitFirst();
        List.of("waits", "waits too").forEach(out::write);
        out.close();
        assertThat(problems.take()).contains("not sent", "interrupted at the gate");
        assertThat(problems.take()).contains("2 log lines were not sent", "PT0.001S");
    }

    @Test
    void anInterruptEndsClosingAndStays() throws InterruptedException {
        Mailslot<String> in = reader();
        LogWriter out = gated().endOfLog("STOP").build();
        out.write("on its way");
        gate.awaitFirst();
        out.write("waits");
        Thread.currentThread().interrupt();
        out.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(problems.take()).contains("interrupted at the gate");
        assertThat(problems.take()).contains("1 log lines were not sent");
        assertThat(in.isEmpty()).isTrue();
    }

    @Test
    void whatFailsIsReportedOnceUntilALineIsSentAgain() throws InterruptedException {
        try (LogWriter out = writer().build()) {
            List.of("nobody", "nobody", "nobody").forEach(out::write);
        }
        assertThat(problems).hasSize(1);
        assertThat(problems.take()).contains("log lines are not sent", "nobody", "LOG");
        try (LogWriter out = writer().build()) {
            out.write("nobody");
            problems.take();
            Mailslot<String> in = reader();
            out.write("somebody");
            assertThat(in.get()).isEqualTo("somebody");
            in.close();
            out.write("nobody again");
            assertThat(problems.take()).contains("LOG");
        }
    }

    @Test
    void aReceiverOfProblemsThatFailsStopsNothing() throws InterruptedException {
        try (LogWriter out = LogWriter.to(slot("LOG").openWriter())
                .onProblem((problem, cause) -> {
                    problems.add(problem);
                    throw new IllegalStateException("cannot tell");
                })
                .build()) {
            out.write("nobody");
            problems.take();
            Mailslot<String> in = reader();
            out.write("somebody");
            assertThat(in.get()).isEqualTo("somebody");
        }
    }

    @Test
    void aSerializerThatFailsStopsNothing() throws InterruptedException {
        Mailslot<String> in = reader();
        Serializer<String> text = Serializer.utf8();
        Serializer<String> fails = Serializer.of(
                line -> {
                    if (line.equals("bad")) {
                        throw new NoClassDefFoundError("part/of/the/Library");
                    }
                    return text.encode(line);
                },
                text::decode);
        try (LogWriter out = writer(slot("LOG").serializer(fails).openWriter()).build()) {
            out.write("bad");
            out.write("good");
            assertThat(in.get()).isEqualTo("good");
            assertThat(problems.take()).contains("part/of/the/Library");
        }
    }

    @Test
    void halfASurrogatePairIsAQuestionMark() {
        Mailslot<String> in = reader();
        try (LogWriter out = writer().build()) {
            out.write("a\uD83D b");
        }
        assertThat(in.drain()).containsExactly("a? b");
    }

    @Test
    void messagesAreNumberedAlsoThePiecesButNotTheEndOfTheLog() {
        Mailslot<String> in = slot("LOG").maxMessageSize(10).openReader();
        try (LogWriter out = writer().numbered(true)
                .longMessages(LongMessages.SPLIT)
                .endOfLog("STOP")
                .build()) {
            out.write("one");
            out.write("abcdefghi");
            out.write("four");
        }
        assertThat(in.drain()).containsExactly("[1] one", "[2] abc…", "[3] defghi", "[4] four", "STOP");
    }

    @Test
    void aNumberIsSpentOnAMessageThatIsNotSent() throws InterruptedException {
        try (LogWriter out = writer().numbered(true).build()) {
            out.write("nobody");
            problems.take();
            Mailslot<String> in = reader();
            out.write("somebody");
            assertThat(in.get()).isEqualTo("[2] somebody");
        }
    }

    @Test
    void whereNotEvenACharacterFitsThatIsReported() throws InterruptedException {
        Mailslot<String> in = slot("LOG").maxMessageSize(3).openReader();
        try (LogWriter out = writer().longMessages(LongMessages.SPLIT).build()) {
            out.write("four");
            assertThat(problems.take()).contains("4 octets", "3 fit");
        }
        assertThat(in.isEmpty()).isTrue();
    }

    @Test
    void manyThreadsMayWriteAndTheOrderOfEachIsKept() throws InterruptedException {
        Mailslot<String> in = reader();
        int lines = 500;
        try (LogWriter out = writer().build()) {
            List<Thread> threads = IntStream.range(0, 4)
                    .mapToObj(name ->
                            new Thread(() -> IntStream.range(0, lines).forEach(i -> out.write(name + " " + i))))
                    .toList();
            threads.forEach(Thread::start);
            for (Thread each : threads) {
                each.join();
            }
        }
        List<String> got = in.drain();
        assertThat(got).hasSize(4 * lines);
        for (int name = 0; name < 4; name++) {
            String mine = name + " ";
            List<String> expected = new ArrayList<>();
            IntStream.range(0, lines).forEach(i -> expected.add(mine + i));
            assertThat(got.stream().filter(line -> line.startsWith(mine))).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void aNetworkThatIsSwitchedOffIsReported() throws InterruptedException {
        try (LogWriter out = writer(slot("\\\\*\\mailslot\\LOG").openWriter()).build()) {
            out.write("to everyone");
            assertThat(problems.take()).contains("the network is switched off");
        }
    }

    @Test
    void aNameIsOpenedWithTheFirstLineInTheDefaultNetwork() throws InterruptedException {
        try (MailslotNetwork apart = MailslotNetwork.builder().withoutNetwork().build();
                Mailslot<String> in =
                        Mailslot.builder("default\\network").network(apart).openReader();
                LogWriter out = LogWriter.to("default\\network").build()) {
            out.write("found");
            assertThat(in.get()).isEqualTo("found");
        }
    }

    @Test
    void whatIsImpossibleIsRefusedAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> LogWriter.to("\\\\.\\pipe\\LOG"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer().capacity(0))
                .withMessageContaining("not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer().closeWithin(Duration.ofNanos(-1)))
                .withMessageContaining("negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LongMessages.of("fold"))
                .withMessageContaining("not fold");
    }
}
