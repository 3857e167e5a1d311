package io.mailslot4j.benchmarks.run;

import java.io.IOException;

/**
 * Finds the highest rate at which nothing is lost, from above: a pause of the machine, which loses something at any rate,
 * must not end the search, so each rate has several trials, of which one must hold.
 *
 * @param trials that each rate has to show that it holds
 * @param step what the next lower rate is divided by
 * @param lowest where the search ends without a result
 */
record RateSearch(int trials, double step, long lowest) {
    /**
     * What became of the datagrams of one trial.
     *
     * @param inTime delivered when the last was sent: others wait in a buffer or a queue, which is no rate
     * @param delivered in the end
     */
    record Trial(long sent, long inTime, long delivered) {
        boolean isLossFree() {
            return delivered >= sent;
        }
    }

    /** Sends for a while, so many a second, or fewer if that is more than can be sent. */
    interface Load {
        Trial trial(long rate) throws IOException, InterruptedException;
    }

    /**
     * Searches.
     *
     * @param highest the first rate that is tried
     * @return how many were delivered in time in the trial that lost nothing, or 0 if there was none down to the lowest rate
     */
    long lossFree(long highest, Load load) throws IOException, InterruptedException {
        for (double rate = highest; rate >= lowest; rate /= step) {
            for (int i = 0; i < trials; i++) {
                Trial trial = load.trial((long) rate);
                if (trial.isLossFree()) {
                    return trial.inTime();
                }
            }
        }
        return 0;
    }
}
