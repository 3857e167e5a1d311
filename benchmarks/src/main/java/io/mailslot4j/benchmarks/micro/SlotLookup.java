package io.mailslot4j.benchmarks.micro;

import io.mailslot4j.Overflow;
import io.mailslot4j.delivery.Router;
import io.mailslot4j.delivery.SlotQueue;
import io.mailslot4j.protocol.mailslot.MailslotName;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Which reader a slot has, by the name as a decoded write has it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SlotLookup {
    private static final int ASKED = 1024;

    /** How many slots are open. */
    @Param({"1", "100", "10000", "100000"})
    public int slots;

    /** SLOT0, SLOT1 and so on, or eight letters each. */
    @Param({"sequential", "random"})
    public String names = "";

    private final Router router = new Router();
    private final String[] asked = new String[ASKED];
    private int next;

    /** Opens the slots. */
    @Setup
    public void open() {
        Random random = new Random(1);
        SlotQueue queue = new SlotQueue(1, Overflow.DROP_NEWEST, SlotQueue.ANY_SIZE);
        String[] all = new String[slots];
        for (int i = 0; i < slots; i++) {
            all[i] = names.equals("random") ? Long.toString(random.nextLong() >>> 1, 36) : "SLOT" + i;
            router.register(MailslotName.parse(all[i]), queue);
        }
        for (int i = 0; i < ASKED; i++) {
            asked[i] = MailslotName.parse(all[random.nextInt(slots)]).slot();
        }
    }

    /** Finds one of them. */
    @Benchmark
    public Optional<SlotQueue> find() {
        next = (next + 1) % ASKED;
        // A name from the wire is always a new String, which has not computed its hash yet.
        return router.find(new String(asked[next]));
    }
}
