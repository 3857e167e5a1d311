package io.mailslot4j.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.benchmarks.run.RateSearch.Trial;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateSearchTest {
    private final RateSearch search = new RateSearch(5, 2, 1000);
    private final List<Long> tried = new ArrayList<>();

    /** Loses all above a rate. */
    private Trial limited(long limit, long rate) {
        tried.add(rate);
        return new Trial(rate, Math.min(rate, limit), Math.min(rate, limit));
    }

    @Test
    void theHighestRateThatHoldsIsTheResult() throws IOException, InterruptedException {
        assertThat(search.lossFree(16_000, rate -> limited(5000, rate))).isEqualTo(4000);
        assertThat(tried).startsWith(16_000L).endsWith(8000L, 4000L).hasSize(11);
    }

    @Test
    void aPauseOfTheMachineDoesNotEndTheSearch() throws IOException, InterruptedException {
        // Something is lost in four of five seconds, whatever the rate.
        assertThat(search.lossFree(16_000, rate -> limited(tried.size() % 5 == 4 ? 8000 : 0, rate)))
                .isEqualTo(8000);
    }

    @Test
    void whatWasDeliveredInTimeCountsNotWhatWasWanted() throws IOException, InterruptedException {
        assertThat(search.lossFree(16_000, rate -> new Trial(9000, 8500, 9000))).isEqualTo(8500);
    }

    @Test
    void whereEveryTrialLosesSomethingThereIsNoRate() throws IOException, InterruptedException {
        assertThat(search.lossFree(16_000, rate -> limited(0, rate))).isZero();
        assertThat(tried).endsWith(1000L).hasSize(25);
    }
}
