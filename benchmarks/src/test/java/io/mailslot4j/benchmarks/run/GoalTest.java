package io.mailslot4j.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoalTest {
    private static Goal goal(String figure) {
        return Goal.all().stream()
                .filter(g -> g.figure().equals(figure))
                .findFirst()
                .orElseThrow();
    }

    private static String verdict(String figure, Double... passes) {
        Goal goal = goal(figure);
        return goal.verdict(goal.judged(new Series(List.of(passes))));
    }

    @Test
    void aLossInOnePassIsALoss() {
        assertThat(verdict("datagrams lost of 1,000,000 in 10 s", 0.0, 0.0, 0.0))
                .isEqualTo("goal");
        assertThat(verdict("datagrams lost of 1,000,000 in 10 s", 0.0, 0.0, 3157.0))
                .isEqualTo("**missed**");
    }

    @Test
    void whatMayVaryIsJudgedByItsMedian() {
        assertThat(verdict("decode in place over C", 0.9, 1.9, 2.1)).isEqualTo("floor");
        assertThat(verdict("decode in place over C", 0.9, 0.9, 2.1)).isEqualTo("goal");
        assertThat(verdict("decode in place over C", 0.9, 2.1, 2.1)).isEqualTo("**missed**");
    }
}
