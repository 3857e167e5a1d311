package io.mailslot4j.testkit;

import io.mailslot4j.pcaps.CaptureReader;
import io.mailslot4j.pcaps.CapturedFrame;
import io.mailslot4j.pcaps.FragmentAssembler;
import io.mailslot4j.pcaps.FrameContent;
import io.mailslot4j.pcaps.UdpPacket;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.Payload;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.payload.PayloadKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A frame of a capture on UDP port 137 or 138, and what is in it.
 *
 * @param number of the frame in its capture, from 1
 * @param time when it was captured
 * @param packet the UDP packet, put together if it came in IP fragments
 * @param contents what is in it, from the outermost to the innermost, as far as that can be read: such as a datagram, a
 *     mailslot write and its payload
 * @param trouble why there is no more
 */
public record CaptureFrame(
        long number,
        Instant time,
        UdpPacket packet,
        List<Object> contents,
        Optional<MalformedPacketException> trouble) {
    private static final int NAME_PORT = 137;
    private static final int DATAGRAM_PORT = 138;

    /** Copies the list. */
    public CaptureFrame {
        contents = List.copyOf(contents);
    }

    /**
     * All frames of a file.
     *
     * @throws IOException if it cannot be read, or is no whole capture
     */
    public static List<CaptureFrame> read(Path file) throws IOException {
        return read(Files.newInputStream(file));
    }

    /** All frames of a capture, which is closed then. */
    public static List<CaptureFrame> read(InputStream capture) throws IOException {
        List<CaptureFrame> frames = new ArrayList<>();
        FragmentAssembler fragments = new FragmentAssembler();
        try (CaptureReader reader = CaptureReader.open(capture)) {
            for (Optional<CapturedFrame> next = reader.next(); next.isPresent(); next = reader.next()) {
                CapturedFrame frame = next.get();
                FrameContent content = fragments.accept(frame.time(), FrameContent.of(frame));
                if (content instanceof UdpPacket udp && (isOn(udp, NAME_PORT) || isOn(udp, DATAGRAM_PORT))) {
                    frames.add(of(frame.number(), frame.time(), udp));
                }
            }
        }
        return frames;
    }

    private static boolean isOn(UdpPacket udp, int port) {
        return udp.source().port() == port || udp.destination().port() == port;
    }

    /** Looks into a packet. */
    static CaptureFrame of(long number, Instant time, UdpPacket packet) {
        List<Object> contents = new ArrayList<>();
        MalformedPacketException trouble = null;
        try {
            lookInto(packet, contents);
        } catch (MalformedPacketException e) {
            trouble = e;
        }
        return new CaptureFrame(number, time, packet, contents, Optional.ofNullable(trouble));
    }

    private static void lookInto(UdpPacket packet, List<Object> contents) {
        if (isOn(packet, DATAGRAM_PORT)) {
            lookIntoDatagram(packet.payload(), contents);
        } else {
            contents.add(NameServicePacket.decode(packet.payload()));
        }
    }

    /** What of a packet is of a type, whatever its ports are. */
    static <T> Optional<T> find(Octets packet, Class<T> type) {
        List<Object> contents = new ArrayList<>();
        try {
            if (type == NameServicePacket.class) {
                contents.add(NameServicePacket.decode(packet));
            } else {
                lookIntoDatagram(packet, contents);
            }
        } catch (MalformedPacketException notThis) {
            // What is around it may be it.
        }
        return contents.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static void lookIntoDatagram(Octets packet, List<Object> contents) {
        DatagramMessage message = DatagramMessage.decode(packet);
        contents.add(message);
        if (message instanceof NetBiosDatagram datagram) {
            MailslotWrite write = MailslotWrite.decode(datagram.userData());
            contents.add(write);
            contents.add(PayloadKind.decode(write));
        }
    }

    /** What of this frame is of a type: the frame itself, its UDP packet or something in that. */
    public <T> Optional<T> as(Class<T> type) {
        return Stream.concat(Stream.of(this, packet), contents.stream())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** The datagram, whole, or a fragment of it, or an error about one. */
    public Optional<DatagramMessage> datagram() {
        return as(DatagramMessage.class);
    }

    /** The mailslot write. */
    public Optional<MailslotWrite> write() {
        return as(MailslotWrite.class);
    }

    /** What the mailslot write carries. */
    public Optional<Payload> payload() {
        return as(Payload.class);
    }

    /** The packet of the name service. */
    public Optional<NameServicePacket> namePacket() {
        return as(NameServicePacket.class);
    }

    /** Number, what it is, from whom and to whom: the name of its test. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder("frame ").append(number).append(": ");
        as(NetBiosDatagram.class).ifPresent(datagram -> {
            line.append(payload()
                    .map(payload -> payload.getClass().getSimpleName())
                    .orElse(datagram.header().type().toString()));
            line.append(' ').append(datagram.source()).append(" → ").append(datagram.destination());
        });
        write().ifPresent(write -> line.append(' ').append(write.slot().substring(MailslotWrite.PREFIX.length())));
        namePacket()
                .ifPresent(name -> line.append(name.kind())
                        .append(name.subject().map(subject -> " " + subject).orElse("")));
        if (contents.isEmpty()) {
            line.append(packet.source()).append(" → ").append(packet.destination());
        }
        trouble.ifPresent(e -> line.append(", malformed ").append(e.field()));
        return line.toString();
    }

    /** Not by identity of the error. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CaptureFrame frame
                && number == frame.number
                && time.equals(frame.time)
                && packet.equals(frame.packet);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number) * 31 + packet.hashCode();
    }
}
