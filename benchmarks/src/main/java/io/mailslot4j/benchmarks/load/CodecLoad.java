package io.mailslot4j.benchmarks.load;

import io.mailslot4j.benchmarks.micro.DatagramCodec;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

/** Decodes or encodes on this thread. */
final class CodecLoad implements Load {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** So that nothing is computed in vain. */
    private static @Nullable Object last;

    private static int sum;

    private final DatagramCodec codec = new DatagramCodec();
    private final Runnable step;

    CodecLoad(int payload, String what) {
        codec.payload = payload;
        codec.prepare();
        this.step = switch (what) {
            case "decode" -> () -> last = codec.decode();
            case "encode" -> () -> sum += codec.encode();
            default -> () -> sum += codec.decodeInPlace();
        };
    }

    @Override
    public String run(long times, Runnable running) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (long i = 0; i < times; i++) {
            step.run();
        }
        return String.valueOf(THREADS.getCurrentThreadCpuTime() - start);
    }

    /** What was computed, for nobody. */
    static String results() {
        return last + " " + sum;
    }
}
