package io.mailslot4j.interop.queue;

import com.google.common.collect.testing.QueueTestSuiteBuilder;
import com.google.common.collect.testing.TestStringQueueGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import junit.framework.Test;

/**
 * The queue view of a reader passes Guava's suite for queues.
 *
 * <p>What the suite leaves out, because a feature is not claimed:
 *
 * <ul>
 *   <li>SUPPORTS_ADD: messages come from writers. Without it {@code CollectionAddTester}, {@code CollectionAddAllTester} and
 *       {@code QueueOfferTester} test only that inserting is refused; {@code CollectionCreationTester} and
 *       {@code CollectionIteratorTester} lose what begins with {@code add}.
 *   <li>ALLOWS_NULL_VALUES: a message is never null. {@code ALLOWS_NULL_QUERIES} is claimed.
 *   <li>FAILS_FAST_ON_CONCURRENT_MODIFICATION: iterators show what waited when they were made.
 *   <li>SERIALIZABLE: a view of an open mailslot is not.
 * </ul>
 *
 * <p>Nothing is suppressed.
 */
public final class QueueSuiteTest {
    private static final List<AutoCloseable> OPENED = new ArrayList<>();

    private QueueSuiteTest() {}

    /** What JUnit 3 asks for. */
    public static Test suite() {
        return QueueTestSuiteBuilder.using(new QueueViews())
                .named("a reader as BlockingQueue")
                .withFeatures(
                        CollectionSize.ANY,
                        CollectionFeature.KNOWN_ORDER,
                        CollectionFeature.ALLOWS_NULL_QUERIES,
                        CollectionFeature.SUPPORTS_REMOVE,
                        CollectionFeature.SUPPORTS_ITERATOR_REMOVE)
                .withTearDown(QueueSuiteTest::closeAll)
                .createTestSuite();
    }

    private static void closeAll() {
        for (AutoCloseable opened : OPENED) {
            try {
                opened.close();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
        OPENED.clear();
    }

    private static final class QueueViews extends TestStringQueueGenerator {
        @Override
        protected Queue<String> create(String[] elements) {
            MailslotNetwork network = MailslotNetwork.builder()
                    .computerName("PC")
                    .withoutNetwork()
                    .withoutOtherProcesses()
                    .build();
            OPENED.add(network);
            Mailslot<String> reader = Mailslot.builder("queue").network(network).openReader();
            Mailslot<String> writer = Mailslot.builder("queue").network(network).openWriter();
            for (String element : elements) {
                writer.put(element);
            }
            return reader.asBlockingQueue();
        }
    }
}
