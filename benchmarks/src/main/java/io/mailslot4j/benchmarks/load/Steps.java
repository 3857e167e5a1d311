package io.mailslot4j.benchmarks.load;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Steps that are done on this thread, one so often, then the next: each is answered by its nanoseconds of CPU. */
final class Steps implements Load {
    private final List<Supplier<?>> steps;

    /** So that nothing is computed in vain. */
    private final @Nullable Object[] last;

    Steps(List<Supplier<?>> steps) {
        this.steps = steps;
        this.last = new @Nullable Object[steps.size()];
    }

    @Override
    public String run(long times, Runnable running) {
        StringBuilder nanos = new StringBuilder();
        for (int step = 0; step < last.length; step++) {
            nanos.append(nanos(step, times)).append(' ');
        }
        if (Arrays.asList(last).contains(null)) {
            throw new IllegalStateException("a step gave nothing");
        }
        return nanos.toString().strip();
    }

    private long nanos(int step, long times) {
        Supplier<?> work = steps.get(step);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (long i = 0; i < times; i++) {
            last[step] = work.get();
        }
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }
}
