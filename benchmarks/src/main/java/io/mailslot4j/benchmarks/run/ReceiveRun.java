package io.mailslot4j.benchmarks.run;

import io.mailslot4j.benchmarks.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Receiving: while a receiver is stopped its socket is filled, then it empties it. So all see the same load, whatever the
 * machine does besides. CPU time and heap, by datagram.
 */
record ReceiveRun(Programs programs, Results results, boolean group) {
    /** Ends the name of the figure that tells how long a receiver had to wait for its core, in milliseconds. */
    static final String PAUSE = " core away ms";

    private static final int DATAGRAMS = 6000;
    private static final int WARM_UP = 40;
    private static final int ROUNDS = 12;
    private static final int PACE = 100_000;
    private static final int PACED_SECONDS = 10;
    private static final int WARM_UP_SECONDS = 4;
    private static final int SETTLING_MILLIS = 500;
    private static final List<String> LOADS =
            List.of("nio-discard", "epoll-discard", "nio-abq", "epoll-abq", "product", "product-100000");
    private static final List<String> LOADS_OF_GROUPS = List.of("product");

    void pass() throws IOException, InterruptedException {
        List<Program> receivers = new ArrayList<>();
        try {
            String c = group ? "c-receive group" : "c-receive";
            if (results.canMeasureBy(Peer.GCC, c, c + " heap")) {
                receivers.add(programs.c("receive", receivers.size(), Samples.USUAL));
            }
            for (String load : group ? LOADS_OF_GROUPS : LOADS) {
                receivers.add(programs.java(load, receivers.size()));
            }
            measure(receivers);
        } finally {
            receivers.forEach(Program::close);
        }
    }

    private void measure(List<Program> receivers) throws IOException, InterruptedException {
        double[] cpu = new double[receivers.size()];
        double[] heap = new double[receivers.size()];
        try (Filler filler = new Filler(group)) {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                for (int i = 0; i < cpu.length; i++) {
                    Program receiver = receivers.get(i);
                    receiver.await(DATAGRAMS);
                    receiver.pause();
                    long before = receiver.cpuNanos();
                    filler.send(Programs.port(i), DATAGRAMS);
                    receiver.resume();
                    long allocated = receiver.done().allocated();
                    if (round >= 0) {
                        cpu[i] += receiver.cpuNanos() - before;
                        heap[i] += allocated;
                    }
                }
            }
        }
        String suffix = group ? " group" : "";
        for (int i = 0; i < cpu.length; i++) {
            results.add(receivers.get(i).name() + suffix, cpu[i] / ROUNDS / DATAGRAMS);
            results.add(receivers.get(i).name() + suffix + " heap", heap[i] / ROUNDS / DATAGRAMS);
        }
    }

    /**
     * How many of a hundred thousand datagrams a second, sent for ten seconds, do not arrive, and how long the core of the
     * receiver was away.
     */
    void paced() throws IOException, InterruptedException {
        for (String load : List.of("product", "product-10000")) {
            try (Program receiver = programs.java(load, 0);
                    Program pauses = programs.java("pauses", 1);
                    Filler filler = new Filler(false)) {
                receiver.await(Long.MAX_VALUE / 2);
                filler.sendPaced(Programs.port(0), PACE / 2, WARM_UP_SECONDS);
                Thread.sleep(SETTLING_MILLIS);
                Program.Count before = receiver.count();
                pauses.await(TimeUnit.SECONDS.toMillis(PACED_SECONDS));
                long sent = filler.sendPaced(Programs.port(0), PACE, PACED_SECONDS);
                Thread.sleep(SETTLING_MILLIS);
                results.add(load + " lost", (double)
                        (sent - receiver.count().since(before).delivered()));
                results.add(load + PAUSE, pauses.done().numbers().get(0) / 1e6);
            }
        }
    }
}
