package io.mailslot4j.benchmarks.run;

import io.mailslot4j.benchmarks.run.RateSearch.Trial;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** How many datagrams a second a receiver takes, and what becomes of the rest; the sender has a core of its own. */
record CapacityRun(Programs programs, Results results) {
    private static final String NMBD_ADDRESS = "10.77.0.20";
    private static final String LOOPBACK = "127.0.0.1";
    private static final String NMBD_INTAKE = "nmbd datagrams/s";
    private static final int NMBD_PORT = 138;
    private static final int NMBD_LOAD = 400_000;
    private static final int WARM_UP_RATE = 100_000;
    private static final int WARM_UP_SECONDS = 6;
    private static final int UNLIMITED = 0;
    private static final int TRIALS = 10;
    /** The sender sends for a quarter of a second each time. */
    private static final int QUARTERS = 4;

    private static final RateSearch SEARCH = new RateSearch(TRIALS, 1.2, 50_000);

    void pass() throws IOException, InterruptedException {
        if (results.canMeasureBy(Peer.NMBD, NMBD_INTAKE) && results.canMeasureBy(Peer.GCC, NMBD_INTAKE)) {
            nmbd();
        }
        product();
    }

    /** The best of several trials, as ours is. */
    private void nmbd() throws IOException, InterruptedException {
        try (Nmbd nmbd = Nmbd.start(programs);
                Program sender = programs.flood(NMBD_ADDRESS, NMBD_PORT)) {
            Flood flood = new Flood(sender, NMBD_PORT);
            double best = 0;
            for (int i = 0; i < TRIALS; i++) {
                long before = flood.lost();
                long taken = flood.send(NMBD_LOAD) - (flood.lost() - before);
                best = Math.max(best, (double) taken);
            }
            results.add(nmbd.program().name() + " datagrams/s", best * QUARTERS);
        }
    }

    private void product() throws IOException, InterruptedException {
        String lossFree = "product loss-free datagrams/s";
        String delivered = "product delivered of all it can get, datagrams/s";
        String missing = "product not accounted for";
        if (!results.canMeasureBy(Peer.GCC, lossFree, delivered, missing)) {
            return;
        }
        try (Program receiver = programs.java("product", 0);
                Program sender = programs.flood(LOOPBACK, Programs.port(0))) {
            receiver.await(Long.MAX_VALUE / 2);
            Flood flood = new Flood(sender, Programs.port(0));
            for (int i = 0; i < WARM_UP_SECONDS * QUARTERS; i++) {
                flood.send(WARM_UP_RATE);
            }
            TimeUnit.MILLISECONDS.sleep(Receiving.SETTLING_MILLIS);
            Receiving receiving = new Receiving(receiver, flood, new ArrayList<>());
            List<Trial> unlimited = new ArrayList<>();
            for (int i = 0; i < TRIALS; i++) {
                unlimited.add(receiving.trial(UNLIMITED));
            }
            long limit = most(unlimited, Trial::sent) * QUARTERS;
            results.add(lossFree, (double) SEARCH.lossFree(limit, receiving::trial) * QUARTERS);
            results.add(delivered, (double) most(unlimited, Trial::inTime) * QUARTERS);
            results.add(
                    missing,
                    Math.abs(
                            receiving.missing.stream().mapToDouble(each -> each).sum()));
        }
    }

    private static long most(List<Trial> trials, ToLongFunction<Trial> figure) {
        return trials.stream().mapToLong(figure).max().orElseThrow();
    }

    /** Datagrams from a sender to the sockets on a port. */
    private record Flood(Program sender, int port) {
        /** Gives how many there were. */
        long send(long rate) throws IOException {
            return sender.run(rate).numbers().get(0);
        }

        /** How many these sockets had no room for. */
        long lost() throws IOException {
            return SocketDrops.of(port);
        }
    }

    /**
     * What becomes of them.
     *
     * @param missing of each trial, how many neither arrived nor were counted as dropped
     */
    private record Receiving(Program receiver, Flood flood, List<Long> missing) {
        private static final int SETTLING_MILLIS = 300;

        Trial trial(long rate) throws IOException, InterruptedException {
            Program.Count before = receiver.count();
            long lostBefore = flood.lost();
            long sent = flood.send(rate);
            long inTime = receiver.count().since(before).delivered();
            TimeUnit.MILLISECONDS.sleep(SETTLING_MILLIS);
            Program.Count after = receiver.count().since(before);
            long lost = flood.lost() - lostBefore;
            missing.add(sent - lost - after.delivered() - after.dropped());
            return new Trial(sent, inTime, after.delivered());
        }
    }
}
