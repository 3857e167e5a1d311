package io.mailslot4j.cli.network;

import io.mailslot4j.PacketWatcher;
import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.pcaps.CaptureWriter;
import io.mailslot4j.pcaps.CapturedFrame;
import io.mailslot4j.pcaps.LinkType;
import io.mailslot4j.pcaps.UdpEndpoint;
import io.mailslot4j.pcaps.UdpPacket;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
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
    private long frames;
    private @Nullable IOException trouble;
    private boolean closed;

    /** @param writer nothing if no capture is wanted */
    CaptureFile(String name, Optional<CaptureWriter> writer) {
        this.name = name;
        this.writer = writer;
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
            throw new FailedException("the capture " + name + " is not complete: " + reason(trouble));
        }
    }

    /** In words, without the name of the file. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such folder";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(e.getMessage());
    }
}
