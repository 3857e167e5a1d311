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

    private final DatagramCodec codec = new DatagramCodec();
    private final boolean encode;

    CodecLoad(int payload, boolean encode) {
        codec.payload = payload;
        codec.prepare();
        this.encode = encode;
    }

    @Override
    public String run(long times, Runnable running) {
        long start = THREADS.getCurrentThreadCpuTime();
        if (encode) {
            encode(times);
        } else {
            decode(times);
        }
        return String.valueOf(THREADS.getCurrentThreadCpuTime() - start);
    }

    private void encode(long times) {
        for (long i = 0; i < times; i++) {
            last = codec.encode();
        }
    }

    private void decode(long times) {
        for (long i = 0; i < times; i++) {
            last = codec.decode();
        }
    }

    /** What was made last. */
    static @Nullable Object last() {
        return last;
    }
}
