package io.mailslot4j.interop.queue;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.Message;
import java.util.concurrent.Flow;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.AfterMethod;

/** The Technology Compatibility Kit of Reactive Streams on the publisher of a reader; {@link PublisherTckTest} runs it. */
public class PublisherTck extends FlowPublisherVerification<Message<String>> {
    /** The TCK asks for up to Integer.MAX_VALUE elements, and takes few of them. */
    private static final long ENOUGH = 1000;

    private MailslotNetwork network = network();

    public PublisherTck() {
        super(new TestEnvironment(1000, 200));
    }

    private static MailslotNetwork network() {
        return MailslotNetwork.builder()
                .computerName("PC")
                .withoutNetwork()
                .withoutOtherProcesses()
                .build();
    }

    @AfterMethod
    public void closeNetwork() {
        network.close();
        network = network();
    }

    @Override
    public Flow.Publisher<Message<String>> createFlowPublisher(long elements) {
        Mailslot<String> reader = Mailslot.builder("slot")
                .network(network)
                .readableAfterClose(true)
                .openReader();
        try (Mailslot<String> writer = Mailslot.builder("slot").network(network).openWriter()) {
            for (long i = 0; i < Math.min(elements, ENOUGH); i++) {
                writer.put(Long.toString(i));
            }
        }
        if (elements <= ENOUGH) {
            reader.close();
        }
        return reader.publisher();
    }

    @Override
    public Flow.Publisher<Message<String>> createFailedFlowPublisher() {
        Mailslot.builder("taken").network(network).openReader();
        return Mailslot.builder("taken").network(network).open().publisher();
    }
}
