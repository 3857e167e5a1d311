package io.mailslot4j.interop.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;

/** The publisher of a reader passes every test that the Technology Compatibility Kit of Reactive Streams has for it. */
class PublisherTckTest {
    /** Optional rule 1.11: all subscribers get the same messages. Ours share them, as readers of a slot do. */
    private static final List<String> OF_MULTICAST = List.of(
            "optional_spec111_multicast_mustProduceTheSameElementsInTheSameSequenceToAllOfItsSubscribersWhenRequestingManyUpfront",
            "optional_spec111_multicast_mustProduceTheSameElementsInTheSameSequenceToAllOfItsSubscribersWhenRequestingManyUpfrontAndCompleteAsExpected",
            "optional_spec111_multicast_mustProduceTheSameElementsInTheSameSequenceToAllOfItsSubscribersWhenRequestingOneByOne");

    /** Rules for which the TCK itself has no test. */
    private static final List<String> UNTESTED = List.of(
            "untested_spec106_mustConsiderSubscriptionCancelledAfterOnErrorOrOnCompleteHasBeenCalled",
            "untested_spec107_mustNotEmitFurtherSignalsOnceOnErrorHasBeenSignalled",
            "untested_spec108_possiblyCanceledSubscriptionShouldNotReceiveOnErrorOrOnCompleteSignals",
            "untested_spec109_subscribeShouldNotThrowNonFatalThrowable",
            "untested_spec110_rejectASubscriptionRequestIfTheSameSubscriberSubscribesTwice",
            "untested_spec304_requestShouldNotPerformHeavyComputations",
            "untested_spec305_cancelMustNotSynchronouslyPerformHeavyComputation");

    @Test
    void passesTheTck() {
        TestListenerAdapter results = new TestListenerAdapter();
        TestNG tck = new TestNG(false);
        tck.setVerbose(0);
        tck.setTestClasses(new Class<?>[] {PublisherTck.class});
        tck.addListener(results);
        tck.run();
        assertThat(results.getFailedTests())
                .extracting(ITestResult::getThrowable)
                .isEmpty();
        assertThat(results.getConfigurationFailures()).isEmpty();
        assertThat(results.getSkippedTests())
                .extracting(ITestResult::getName)
                .containsAll(OF_MULTICAST)
                .containsAll(UNTESTED)
                .hasSize(OF_MULTICAST.size() + UNTESTED.size());
        assertThat(results.getPassedTests()).hasSize(28);
    }
}
