package io.mailslot4j.logging;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotBuilder;
import io.mailslot4j.MailslotNetwork;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;

/** Slots of a network that has no network and no other processes, and the problems that were reported. */
abstract class InOneProcess {
    final MailslotNetwork network =
            MailslotNetwork.builder().withoutNetwork().withoutOtherProcesses().build();
    final BlockingQueue<String> problems = new LinkedBlockingQueue<>();

    @AfterEach
    void closeNetwork() {
        network.close();
    }

    final MailslotBuilder<String> slot(String name) {
        return Mailslot.builder(name).network(network);
    }

    final Mailslot<String> reader() {
        return slot("LOG").openReader();
    }

    /** One that sends all there is before it is closed, however slow the machine. */
    static LogWriterBuilder patient(Mailslot<String> mailslot) {
        return LogWriter.to(mailslot).closeWithin(Mailslot.FOREVER);
    }

    final LogWriterBuilder writer() {
        return writer(slot("LOG").openWriter());
    }

    final LogWriterBuilder writer(Mailslot<String> mailslot) {
        return patient(mailslot).onProblem((problem, cause) -> problems.add(problem));
    }
}
