package io.mailslot4j.cli.network;

import io.mailslot4j.PacketWatcher;
import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.cli.output.FileTrouble;
import io.mailslot4j.cli.output.Shown;
import io.mailslot4j.pcaps.CaptureWriter;
import io.mailslot4j.pcaps.CapturedFrame;
import io.mailslot4j.pcaps.LinkType;
import io.mailslot4j.pcaps.UdpEndpoint;
import io.mailslot4j.pcaps.UdpPacket;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a command keeps what it sees on the network, if it does. Each packet is in the file at once, so that the file is whole
 * however the command ends. Thread-safe.
 */
public final class CaptureFile implements PacketWatcher, AutoCloseable {
    private final String name;
    private final Optional<CaptureWriter> writer;
    private final PrintStream err;
    private long frames;
    private @Nullable IOException trouble;
    private boolean closed;

    /**
     * @param writer nothing if no capture is wanted
     * @param err is told at once if the capture breaks off, because the command may go on for long
     */
    CaptureFile(String name, Optional<CaptureWriter> writer, PrintStream err) {
        this.name = name;
        this.writer = writer;
        this.err = err;
    }

    /** Of the format that the name of the file tells. */
    static CaptureWriter writer(Path file, OutputStream out) throws IOException {
        boolean pcapng = file.toString().toLowerCase(Locale.ROOT).endsWith(".pcapng");
        return pcapng ? CaptureWriter.pcapng(out) : CaptureWriter.pcap(out, LinkType.RAW);
    }

    /** Whether a capture is wanted. */
    boolean isWanted() {
        return writer.isPresent();
    }

    @Override
    public synchronized void seen(InetSocketAddress from, InetSocketAddress to, Octets packet) {
        if (writer.isEmpty() || closed || trouble != null) {
            return;
        }
        UdpPacket udp = new UdpPacket(endpoint(from), endpoint(to), packet, 0);
        try {
            frames++;
            writer.get().write(CapturedFrame.of(frames, Instant.now(), udp));
        } catch (IOException e) {
            trouble = e;
            err.println(Shown.line("mailslot: the capture " + name + " ends here: " + FileTrouble.writing(e)));
        }
    }

    private static UdpEndpoint endpoint(InetSocketAddress address) {
        return UdpEndpoint.of(Ipv4Address.ofOctets(address.getAddress().getAddress()), address.getPort());
    }

    /** @throws FailedException if the capture misses something */
    @Override
    public synchronized void close() {
        if (writer.isEmpty() || closed) {
            return;
        }
        closed = true;
        try {
            writer.get().close();
        } catch (IOException e) {
            trouble = trouble == null ? e : trouble;
        }
        if (trouble != null) {
            throw new FailedException("the capture " + name + " is not complete: " + FileTrouble.writing(trouble));
        }
    }
}
