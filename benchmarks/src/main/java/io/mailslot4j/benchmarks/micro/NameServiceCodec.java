package io.mailslot4j.benchmarks.micro;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NameServicePacketKind;
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

/** Packets of the name service, as they were captured. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NameServiceCodec {
    /** What the packet is: all that there are. */
    @Param({
        "NAME_QUERY_REQUEST",
        "POSITIVE_NAME_QUERY_RESPONSE",
        "NEGATIVE_NAME_QUERY_RESPONSE",
        "REDIRECT_NAME_QUERY_RESPONSE",
        "NAME_REGISTRATION_REQUEST",
        "MULTIHOMED_NAME_REGISTRATION_REQUEST",
        "NAME_OVERWRITE_REQUEST",
        "NAME_REFRESH_REQUEST",
        "POSITIVE_NAME_REGISTRATION_RESPONSE",
        "NEGATIVE_NAME_REGISTRATION_RESPONSE",
        "END_NODE_CHALLENGE_REGISTRATION_RESPONSE",
        "NAME_CONFLICT_DEMAND",
        "NAME_RELEASE_REQUEST",
        "POSITIVE_NAME_RELEASE_RESPONSE",
        "NEGATIVE_NAME_RELEASE_RESPONSE",
        "WAIT_FOR_ACKNOWLEDGEMENT",
        "NODE_STATUS_REQUEST",
        "NODE_STATUS_RESPONSE"
    })
    public NameServicePacketKind kind = NameServicePacketKind.UNKNOWN;

    private Octets octets = Octets.EMPTY;
    private NameServicePacket packet = NameServicePacket.decode(Octets.zeros(12));

    /** Finds the packet. */
    @Setup
    public void prepare() throws IOException {
        octets = Captured.name(each -> each.kind() == kind);
        packet = NameServicePacket.decode(octets);
    }

    /** From octets. */
    @Benchmark
    public NameServicePacket decode() {
        return NameServicePacket.decode(octets);
    }

    /** To octets. */
    @Benchmark
    public Octets encode() {
        return packet.encode();
    }
}
