package io.mailslot4j.benchmarks.micro;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.DatagramType;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Packets of the datagram service, as they were captured; what is in them is left as it is. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DatagramTypes {
    /** What the packet is. */
    @Param
    public DatagramType type = DatagramType.DIRECT_UNIQUE;

    private Octets octets = Octets.EMPTY;

    /** Finds the packet. */
    @Setup
    public void prepare() throws IOException {
        octets = Captured.datagram(each -> each.header().type() == type);
    }

    /** From octets. */
    @Benchmark
    public DatagramMessage decode() {
        return DatagramMessage.decode(octets);
    }

    /** From octets and back. */
    @Benchmark
    public Octets decodeAndEncode() {
        return DatagramMessage.decode(octets).encode();
    }
}
