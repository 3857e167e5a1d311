package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A name that is in the cache, and one that is not. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ResolverCache {
    /** How many names are in it. */
    @Param({"1", "1000"})
    public int names;

    private final NameCache cache = new NameCache(
            new Timers() {
                @Override
                public long nanoTime() {
                    return System.nanoTime();
                }

                @Override
                public Timer after(Duration delay, Runnable action) {
                    throw new UnsupportedOperationException("the cache waits for nothing");
                }
            },
            NameServiceTimers.DEFAULT,
            NameCache.DEFAULT_CAPACITY);
    private final NetBiosName known = NetBiosName.of("SERVER0", NameSuffix.SERVER);
    private final NetBiosName unknown = NetBiosName.of("NOBODY", NameSuffix.SERVER);

    /** Fills the cache. */
    @Setup
    public void fill() {
        for (int i = 0; i < names; i++) {
            cache.learn(
                    NetBiosName.of("SERVER" + i, NameSuffix.SERVER),
                    List.of(new NameOwner(new Ipv4Address(i), false, "benchmark")),
                    Duration.ofDays(1));
        }
    }

    /** The answer is there. */
    @Benchmark
    public Optional<List<NameOwner>> hit() {
        return cache.find(known);
    }

    /** It is not. */
    @Benchmark
    public Optional<List<NameOwner>> miss() {
        return cache.find(unknown);
    }
}
