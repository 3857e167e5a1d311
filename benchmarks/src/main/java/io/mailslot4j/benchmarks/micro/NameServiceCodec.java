package io.mailslot4j.benchmarks.micro;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NamePackets;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NbFlags;
import io.mailslot4j.protocol.nameservice.RecordData.Owner;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A question about a name, and its answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NameServiceCodec {
    private final NetBiosName name = NetBiosName.of("SERVER", NameSuffix.SERVER);
    private final NameServicePacket question = NamePackets.nameQueryRequest(1, name, true);
    private final NameServicePacket answer = NamePackets.positiveNameQueryResponse(
            1, name, 300, List.of(new Owner(new NbFlags(0), Ipv4Address.parse("192.0.2.7"))));
    private final Octets questionPacket = question.encode();
    private final Octets answerPacket = answer.encode();

    /** From octets. */
    @Benchmark
    public NameServicePacket decodeQuestion() {
        return NameServicePacket.decode(questionPacket);
    }

    /** To octets. */
    @Benchmark
    public Octets encodeQuestion() {
        return question.encode();
    }

    /** From octets. */
    @Benchmark
    public NameServicePacket decodeAnswer() {
        return NameServicePacket.decode(answerPacket);
    }

    /** To octets. */
    @Benchmark
    public Octets encodeAnswer() {
        return answer.encode();
    }
}
