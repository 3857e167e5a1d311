package io.mailslot4j.benchmarks.micro;

import io.mailslot4j.pcaps.CapturedFrame;
import io.mailslot4j.pcaps.FrameContent;
import io.mailslot4j.pcaps.UdpPacket;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** A frame of a capture, on average over all of one that programs of Samba filled. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CaptureReading {
    /** How many frames the capture has. */
    static final int FRAMES = 158;

    private byte[] file = {};
    private List<CapturedFrame> frames = List.of();

    /** Loads the capture. */
    @Setup
    public void prepare() throws IOException {
        file = Captured.file("lab-samba-nmbd-a");
        frames = Captured.frames(file);
        if (frames.size() != FRAMES) {
            throw new IOException("the capture has " + frames.size() + " frames");
        }
    }

    /** The frame out of the file. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public List<CapturedFrame> read() throws IOException {
        return Captured.frames(file);
    }

    /** The UDP packet out of the frame. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public void unwrap(Blackhole result) {
        for (CapturedFrame frame : frames) {
            result.consume(FrameContent.of(frame));
        }
    }

    /** The packet out of the file, and what it says; the writes to mailslots are left as they are. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public void readAndDecode(Blackhole result) throws IOException {
        for (CapturedFrame frame : Captured.frames(file)) {
            if (FrameContent.of(frame) instanceof UdpPacket udp) {
                result.consume(
                        Captured.isOfNameService(udp)
                                ? NameServicePacket.decode(udp.payload())
                                : DatagramMessage.decode(udp.payload()));
            }
        }
    }
}
