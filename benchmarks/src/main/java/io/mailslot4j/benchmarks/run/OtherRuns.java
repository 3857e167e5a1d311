package io.mailslot4j.benchmarks.run;

import io.mailslot4j.benchmarks.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;

/** Sending, there and back, and the codec: programs that need nobody else while they run. */
record OtherRuns(Programs programs, Results results) {
    private static final int WARM_UP = 15;
    private static final int ROUNDS = 10;
    /** So many that what a run costs besides, 0.1 ms in Java, does not matter. */
    private static final int PUTS = 20_000;

    private static final int CODEC_TIMES = 2_000_000;

    /** CPU time and heap of a put, to a socket that nobody reads. */
    void send() throws IOException {
        List<Program> senders = new ArrayList<>();
        try (DatagramChannel unread = DatagramChannel.open()) {
            unread.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Programs.port(0)));
            if (results.canMeasureBy(Peer.GCC, "c-send", "c-send heap")) {
                senders.add(programs.c("send", 0, Samples.USUAL));
            }
            for (String load : List.of("channel-send", "product-send", "product-send-reading")) {
                senders.add(programs.java(load, 0));
            }
            cpuTime(senders, PUTS);
        } finally {
            senders.forEach(Program::close);
        }
    }

    private void cpuTime(List<Program> all, int times) throws IOException {
        double[] cpu = new double[all.size()];
        double[] heap = new double[all.size()];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int i = 0; i < cpu.length; i++) {
                long before = all.get(i).cpuNanos();
                long allocated = all.get(i).run(times).allocated();
                if (round >= 0) {
                    cpu[i] += all.get(i).cpuNanos() - before;
                    heap[i] += allocated;
                }
            }
        }
        for (int i = 0; i < cpu.length; i++) {
            results.add(all.get(i).name(), cpu[i] / ROUNDS / times);
            results.add(all.get(i).name() + " heap", heap[i] / ROUNDS / times);
        }
    }

    /** Nanoseconds from put to got, one message at a time. */
    void latency() throws IOException {
        List<Program> all = new ArrayList<>();
        try {
            if (results.canMeasureBy(Peer.GCC, "c-latency p50", "c-latency p99", "c-latency p99.9")) {
                all.add(programs.c("latency", 0, Samples.USUAL));
            }
            all.add(programs.java("product-latency", 1));
            for (Program each : all) {
                each.run(100_000);
            }
            for (Program each : all) {
                List<Long> nanos = each.run(20_000).numbers();
                results.add(each.name() + " p50", nanos.get(0));
                results.add(each.name() + " p99", nanos.get(1));
                results.add(each.name() + " p99.9", nanos.get(2));
            }
        } finally {
            all.forEach(Program::close);
        }
    }

    /** Nanoseconds to decode and to encode. */
    void codec() throws IOException {
        for (String length : List.of("", "-long")) {
            int payload = length.isEmpty() ? Samples.USUAL : Samples.LONGEST;
            for (String what : List.of("decode", "encode")) {
                String figure = "c-" + what + length;
                if (results.canMeasureBy(Peer.GCC, figure, figure + " heap")) {
                    try (Program program = programs.c(what, 0, payload)) {
                        nanosEach(figure, program);
                    }
                }
            }
            for (String what : List.of("decode", "decode-in-place", "encode")) {
                try (Program program = programs.java(what + length, 0)) {
                    nanosEach(what + length, program);
                }
            }
        }
    }

    private void nanosEach(String figure, Program program) throws IOException {
        for (int warmUp = 0; warmUp < 3; warmUp++) {
            program.run(CODEC_TIMES);
        }
        Program.Result result = program.run(CODEC_TIMES);
        results.add(figure, (double) result.numbers().get(0) / CODEC_TIMES);
        results.add(figure + " heap", (double) result.allocated() / CODEC_TIMES);
    }
}
