package io.mailslot4j.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTest {
    private static String report(Results results) {
        return new Report(results, 2, "0.5").toString();
    }

    @Test
    void whatAMissingPeerIsNeededForSaysSo() {
        Results results = new Results(peer -> peer != Peer.TSHARK);
        results.add("decode --json s", 3);
        assertThat(results.canMeasureBy(Peer.TCPDUMP, "tcpdump s")).isTrue();
        results.add("tcpdump s", 9);
        assertThat(results.canMeasureBy(Peer.TSHARK, "tshark s")).isFalse();
        assertThat(report(results))
                .contains("| tshark -T fields over decode --json, 1,000,000 frames | ≥ 20.0 | 50.0"
                        + " | not measured: tshark is not installed (Debian: tshark) |  |")
                .contains("tshark s                                             not measured: tshark is not installed")
                .contains("| tcpdump over the same | ≥ 3.0 | 6.0 | 3.00 [3.00..3.00] | floor |");
    }

    @Test
    void whatNobodyAskedForHasNoRow() {
        assertThat(report(new Results(peer -> true)))
                .doesNotContain("not measured")
                .doesNotContain("tshark -T fields");
    }

    @Test
    void besideALossStandsHowLongTheCoreWasAwayInThatPass() {
        Results results = new Results(peer -> true);
        pass(results, 0, 210);
        pass(results, 3157, 52.3);
        assertThat(report(results))
                .contains("| 3157 [0.00..3157]; in the worst pass its core was away for up to 52 ms |");
    }

    @Test
    void whereNothingIsLostNobodyAsksForTheCore() {
        Results results = new Results(peer -> true);
        pass(results, 0, 52);
        assertThat(report(results)).doesNotContain("its core was away");
    }

    private static void pass(Results results, double lost, double pause) {
        results.add("product lost", lost);
        results.add("product" + ReceiveRun.PAUSE, pause);
    }
}
