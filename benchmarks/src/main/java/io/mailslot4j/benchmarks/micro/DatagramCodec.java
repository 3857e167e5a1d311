package io.mailslot4j.benchmarks.micro;

import io.mailslot4j.benchmarks.Samples;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotName;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.mailslot.PlainMailslotEncoder;
import io.mailslot4j.protocol.mailslot.PlainMailslotWrite;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A datagram with the mailslot write in it, from octets and to octets. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DatagramCodec {
    /** Octets of payload. */
    @Param({"130", "424"})
    public int payload;

    private byte[] packet = {};
    private final PlainMailslotWrite plain = new PlainMailslotWrite(2048);
    private final PlainMailslotEncoder encoder = new PlainMailslotEncoder(2048);
    private final MailslotName slot = MailslotName.parse(Samples.SLOT);
    private NetBiosDatagram datagram = Samples.unique(1);
    private MailslotWrite write = MailslotWrite.decode(datagram);

    /** Makes the datagram. */
    @Setup
    public void prepare() {
        datagram = Samples.unique(payload);
        write = MailslotWrite.decode(datagram);
        packet = datagram.encode().toArray();
    }

    /** All fields of the datagram and of the write in it. */
    @Benchmark
    public MailslotWrite decode() {
        return MailslotWrite.decode((NetBiosDatagram) DatagramMessage.decode(Octets.wrap(packet)));
    }

    /** As a datagram is read that has just come: what it says up to the message, nothing made. */
    @Benchmark
    public int decodeInPlace() {
        System.arraycopy(packet, 0, plain.buffer(), 0, packet.length);
        if (!plain.read(packet.length)) {
            throw new IllegalStateException("not read");
        }
        return plain.source().hashCode() + plain.destination().hashCode() + plain.dataSize();
    }

    /** The datagram alone. */
    @Benchmark
    public DatagramMessage decodeDatagram() {
        return DatagramMessage.decode(Octets.wrap(packet));
    }

    /** As it is sent: into the buffer that the socket sends from, nothing made. */
    @Benchmark
    public int encode() {
        if (!encoder.write(datagram.header(), datagram.source(), datagram.destination(), slot, write.data())) {
            throw new IllegalStateException("not written");
        }
        return encoder.buffer().limit();
    }

    /** Any write, and any datagram around it. */
    @Benchmark
    public Octets encodeAny() {
        return NetBiosDatagram.of(datagram.header(), datagram.source(), datagram.destination(), write.encode())
                .encode();
    }

    /** What the memory allows. */
    @Benchmark
    public byte[] copy() {
        return packet.clone();
    }
}
