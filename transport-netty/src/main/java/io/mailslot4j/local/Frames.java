package io.mailslot4j.local;

import io.mailslot4j.Message;
import io.mailslot4j.delivery.LocalOutcome;
import io.mailslot4j.delivery.LocalPut;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NameScope;
import io.mailslot4j.protocol.name.NetBiosName;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What processes say to each other about a slot: frames, each a length of four octets and so many octets more, the first of
 * which says what it is. Numbers are big-endian, text is UTF-8 behind a length of two octets.
 *
 * <p>The reader greets: with its limits, or because there are too many. The writer puts: a short message at once, a long
 * one when it is granted, and then as bare octets. The reader answers each with an outcome; a long one that finds no room,
 * when it is announced.
 */
final class Frames {
    /** Another one is a broken frame. */
    static final int LONGEST = 1 << 18;
    /** Octets of a message that may be put at once. */
    static final int LONGEST_AT_ONCE = 1 << 16;

    /** 1 told too how the sockets of a port are served, and 2 not whether Samba's nmbd has it. */
    static final int VERSION = 3;

    static final byte GREETING = 'G';
    static final byte BUSY = 'B';
    static final byte PUT = 'P';
    static final byte ANNOUNCEMENT = 'A';
    static final byte GRANTED = 'Y';
    static final byte OUTCOME = 'O';

    private static final int UNSIGNED_SHORT = 0xFFFF;

    /**
     * What a writer needs to know of a reader.
     *
     * @param maxMessage octets that a message may have
     * @param capacity messages that may wait
     * @param process its process
     */
    record Greeting(int maxMessage, int capacity, long process) {}

    /**
     * A message, or one to come.
     *
     * @param put with the octets that are here
     * @param size how many octets there will be
     */
    record Announcement(LocalPut put, int size) {}

    interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    private Frames() {}

    /** A frame with its length before it. */
    static ByteBuffer frame(byte kind, Content content) {
        try {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(octets);
            out.writeInt(0);
            out.writeByte(kind);
            content.writeTo(out);
            ByteBuffer frame = ByteBuffer.wrap(octets.toByteArray());
            return frame.putInt(0, frame.capacity() - Integer.BYTES);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static ByteBuffer greeting(Greeting greeting) {
        return frame(GREETING, out -> {
            out.writeByte(VERSION);
            out.writeInt(greeting.maxMessage());
            out.writeInt(greeting.capacity());
            out.writeLong(greeting.process());
        });
    }

    static ByteBuffer busy() {
        return frame(BUSY, out -> {});
    }

    static ByteBuffer granted() {
        return frame(GRANTED, out -> {});
    }

    static ByteBuffer outcome(LocalOutcome outcome) {
        return frame(OUTCOME, out -> out.writeUTF(outcome.name()));
    }

    static ByteBuffer put(LocalPut put) {
        return frame(PUT, out -> {
            writeHead(put, out);
            out.write(put.payload().toArray());
        });
    }

    static ByteBuffer announcement(LocalPut put) {
        return frame(ANNOUNCEMENT, out -> {
            writeHead(put, out);
            out.writeInt(put.payload().size());
        });
    }

    private static void writeHead(LocalPut put, DataOutputStream out) throws IOException {
        out.writeUTF(put.delivery().name());
        out.writeUTF(put.slot());
        writeName(put.sender(), out);
        writeName(put.destination(), out);
        out.writeShort(put.datagramId());
        out.writeInt(put.address().bits());
    }

    private static void writeName(NetBiosName name, DataOutputStream out) throws IOException {
        out.write(name.octets().toArray());
        out.writeUTF(name.scope().toString());
    }

    static Greeting readGreeting(ByteBuffer body) throws ProtocolException {
        if (body.remaining() < 1 + 2 * Integer.BYTES + Long.BYTES) {
            throw new ProtocolException("broken frame: a greeting of " + body.remaining() + " octets");
        }
        int version = body.get();
        if (version != VERSION) {
            throw new ProtocolException(
                    "the reader speaks version " + version + " of our protocol, and we speak " + VERSION);
        }
        return new Greeting(body.getInt(), body.getInt(), body.getLong());
    }

    static LocalOutcome readOutcome(ByteBuffer body) throws ProtocolException {
        try {
            return LocalOutcome.valueOf(readText(body));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new ProtocolException("broken frame: " + e);
        }
    }

    /** What is behind the kind of a {@link #PUT} or an {@link #ANNOUNCEMENT}. */
    static Announcement readPut(byte kind, ByteBuffer body) throws ProtocolException {
        try {
            Message.Delivery delivery = Message.Delivery.valueOf(readText(body));
            String slot = readText(body);
            NetBiosName sender = readName(body);
            NetBiosName destination = readName(body);
            int id = body.getShort() & UNSIGNED_SHORT;
            Ipv4Address address = new Ipv4Address(body.getInt());
            int size = kind == PUT ? body.remaining() : body.getInt();
            Octets payload = kind == PUT ? Octets.wrap(readOctets(body, size)) : Octets.EMPTY;
            return new Announcement(new LocalPut(slot, delivery, sender, destination, id, address, payload), size);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new ProtocolException("broken frame: " + e);
        }
    }

    private static NetBiosName readName(ByteBuffer body) {
        NetBiosName name = NetBiosName.ofOctets(Octets.wrap(readOctets(body, NetBiosName.LENGTH)));
        return name.in(NameScope.parse(readText(body)));
    }

    static String readText(ByteBuffer body) {
        return new String(readOctets(body, body.getShort() & UNSIGNED_SHORT), StandardCharsets.UTF_8);
    }

    static byte[] readOctets(ByteBuffer body, int size) {
        if (size > body.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] octets = new byte[size];
        body.get(octets);
        return octets;
    }
}
