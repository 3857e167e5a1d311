package io.mailslot4j.benchmarks.run;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How many datagrams a second a receiver takes, and what becomes of the rest; the sender has a core of its own. */
record CapacityRun(Programs programs, Results results) {
    private static final String NMBD_ADDRESS = "10.77.0.20";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int NMBD_PORT = 138;
    private static final int NMBD_LOAD = 200_000;
    private static final int FIRST_RATE = 100_000;
    private static final double STEP = 1.25;
    private static final int STEPS = 9;
    private static final int ATTEMPTS = 2;
    private static final int WARM_UP = 6;

    void pass() throws IOException, InterruptedException {
        try (Nmbd nmbd = Nmbd.start(programs);
                Program flood = programs.flood(NMBD_ADDRESS, NMBD_PORT)) {
            long before = SocketDrops.of(NMBD_PORT);
            long sent = flood.run(NMBD_LOAD).numbers().get(0);
            results.add(nmbd.program().name() + " datagrams/s", (double) (sent - (SocketDrops.of(NMBD_PORT) - before)));
        }
        for (String load : List.of("product-nio", "product-epoll")) {
            try (Program receiver = programs.java(load, 0);
                    Program flood = programs.flood(LOOPBACK, Programs.port(0))) {
                receiver.await(Long.MAX_VALUE / 2);
                Flood all = new Flood(receiver, flood);
                for (int i = 0; i < WARM_UP; i++) {
                    all.second(FIRST_RATE);
                }
                results.add(load + " loss-free datagrams/s", lossFree(all));
                Outcome unlimited = all.second(0);
                results.add(load + " delivered of all it can get, datagrams/s", (double) unlimited.delivered());
                results.add(load + " not accounted for", (double) unlimited.missing());
            }
        }
    }

    private static double lossFree(Flood flood) throws IOException, InterruptedException {
        double rate = 0;
        double next = FIRST_RATE;
        for (int step = 0; step < STEPS; step++) {
            Outcome outcome = flood.second((long) next);
            for (int attempt = 1; attempt < ATTEMPTS && outcome.delivered() < outcome.sent(); attempt++) {
                outcome = flood.second((long) next);
            }
            if (outcome.delivered() < outcome.sent()) {
                break;
            }
            // Not what was asked for: the sender has a limit too.
            rate = (double) outcome.sent();
            next *= STEP;
        }
        return rate;
    }

    /** What became of the datagrams of one second. */
    private record Outcome(long sent, long delivered, long missing) {}

    private record Flood(Program receiver, Program sender) {
        private static final int SETTLING_MILLIS = 300;

        Outcome second(long rate) throws IOException, InterruptedException {
            Program.Count before = receiver.count();
            long lostBefore = SocketDrops.of(Programs.port(0));
            long sent = sender.run(rate).numbers().get(0);
            TimeUnit.MILLISECONDS.sleep(SETTLING_MILLIS);
            Program.Count after = receiver.count().since(before);
            long lost = SocketDrops.of(Programs.port(0)) - lostBefore;
            return new Outcome(sent, after.delivered(), sent - lost - after.delivered() - after.dropped());
        }
    }
}
