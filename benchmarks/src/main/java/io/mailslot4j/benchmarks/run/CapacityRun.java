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
    private static final int NMBD_LOAD = 200_000;
    private static final int WARM_UP_RATE = 100_000;
    private static final int WARM_UP_SECONDS = 6;
    private static final int UNLIMITED = 0;
    private static final int SECONDS = 5;
    /** The sender sends for a quarter of a second each time. */
    private static final int QUARTERS = 4;

    private static final RateSearch SEARCH = new RateSearch(10, 1.2, 50_000);

    void pass() throws IOException, InterruptedException {
        if (results.canMeasureBy(Peer.NMBD, NMBD_INTAKE) && results.canMeasureBy(Peer.GCC, NMBD_INTAKE)) {
            nmbd();
        }
        for (String load : List.of("product-nio", "product-epoll")) {
            product(load);
        }
    }

    /** The best second of several, as a rate that holds once is ours. */
    private void nmbd() throws IOException, InterruptedException {
        try (Nmbd nmbd = Nmbd.start(programs);
                Program sender = programs.flood(NMBD_ADDRESS, NMBD_PORT)) {
            Flood flood = new Flood(sender, NMBD_PORT);
            double best = 0;
            for (int i = 0; i < SECONDS; i++) {
                long before = flood.lost();
                long taken = flood.send(NMBD_LOAD, QUARTERS) - (flood.lost() - before);
                best = Math.max(best, (double) taken);
            }
            results.add(nmbd.program().name() + " datagrams/s", best);
        }
    }

    private void product(String load) throws IOException, InterruptedException {
        String lossFree = load + " loss-free datagrams/s";
        String delivered = load + " delivered of all it can get, datagrams/s";
        String missing = load + " not accounted for";
        if (!results.canMeasureBy(Peer.GCC, lossFree, delivered, missing)) {
            return;
        }
        try (Program receiver = programs.java(load, 0);
                Program sender = programs.flood(LOOPBACK, Programs.port(0))) {
            receiver.await(Long.MAX_VALUE / 2);
            Flood flood = new Flood(sender, Programs.port(0));
            flood.send(WARM_UP_RATE, QUARTERS * WARM_UP_SECONDS);
            Receiving receiving = new Receiving(receiver, flood, new ArrayList<>());
            List<Trial> unlimited = new ArrayList<>();
            for (int i = 0; i < SECONDS; i++) {
                unlimited.add(receiving.trial(UNLIMITED, QUARTERS));
            }
            long most = (long) of(unlimited, Trial::sent).max();
            results.add(lossFree, (double) SEARCH.lossFree(most, rate -> receiving.trial(rate, 1)) * QUARTERS);
            results.add(delivered, of(unlimited, Trial::inTime).median());
            results.add(
                    missing,
                    receiving.missing.stream().mapToDouble(each -> each).sum());
        }
    }

    private static Series of(List<Trial> trials, ToLongFunction<Trial> figure) {
        return new Series(
                trials.stream().map(trial -> (double) figure.applyAsLong(trial)).toList());
    }

    /** Datagrams from a sender to the sockets on a port. */
    private record Flood(Program sender, int port) {
        /** Gives how many there were. */
        long send(long rate, int quarters) throws IOException {
            long sent = 0;
            for (int i = 0; i < quarters; i++) {
                sent += sender.run(rate).numbers().get(0);
            }
            return sent;
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

        Trial trial(long rate, int quarters) throws IOException, InterruptedException {
            Program.Count before = receiver.count();
            long lostBefore = flood.lost();
            long sent = flood.send(rate, quarters);
            long inTime = receiver.count().since(before).delivered();
            TimeUnit.MILLISECONDS.sleep(SETTLING_MILLIS);
            Program.Count after = receiver.count().since(before);
            long lost = flood.lost() - lostBefore;
            missing.add(sent - lost - after.delivered() - after.dropped());
            return new Trial(sent, inTime, after.delivered());
        }
    }
}
