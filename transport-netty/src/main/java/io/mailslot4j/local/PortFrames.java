package io.mailslot4j.local;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the process that has a UDP port says to those that share it: what it has, then every packet as it came, and how many
 * were lost because the other was too slow. The others say nothing. The form is that of {@link Frames}.
 */
final class PortFrames {
    static final byte HOLDER = 'H';
    static final byte PACKET = 'U';
    static final byte MISSED = 'M';

    private static final int UNSIGNED_SHORT = 0xFFFF;

    /** A packet, with where it came from and by which interface. */
    record Packet(ByteBuffer octets, InetSocketAddress from, Optional<String> networkInterface) {}

    private PortFrames() {}

    static ByteBuffer holder(PortDescription description) {
        return Frames.frame(HOLDER, out -> {
            out.writeByte(Frames.VERSION);
            out.writeLong(description.process());
            out.writeInt(description.receiveBuffer());
            out.writeUTF(description.nmbdSocket().map(Path::toString).orElse(""));
            for (InetSocketAddress address : description.addresses()) {
                writeAddress(address, out);
            }
        });
    }

    static ByteBuffer packet(ByteBuffer packet, InetSocketAddress from, Optional<String> networkInterface) {
        return Frames.frame(PACKET, out -> {
            writeAddress(from, out);
            out.writeUTF(networkInterface.orElse(""));
            byte[] octets = new byte[packet.remaining()];
            packet.get(packet.position(), octets);
            out.write(octets);
        });
    }

    static ByteBuffer missed(int packets) {
        return Frames.frame(MISSED, out -> out.writeInt(packets));
    }

    static int readMissed(ByteBuffer body) throws ProtocolException {
        if (body.remaining() != Integer.BYTES) {
            throw new ProtocolException("broken frame: a count of " + body.remaining() + " octets");
        }
        return body.getInt();
    }

    private static void writeAddress(InetSocketAddress address, DataOutputStream out) throws IOException {
        byte[] octets = address.getAddress().getAddress();
        out.writeByte(octets.length);
        out.write(octets);
        out.writeShort(address.getPort());
    }

    static PortDescription readHolder(ByteBuffer body) throws ProtocolException {
        try {
            int version = body.get();
            if (version != Frames.VERSION) {
                throw new ProtocolException("the process that has the port speaks version " + version
                        + " of our protocol, and we speak " + Frames.VERSION);
            }
            long process = body.getLong();
            int receiveBuffer = body.getInt();
            Optional<Path> nmbdSocket = text(body).map(Path::of);
            List<InetSocketAddress> addresses = new ArrayList<>();
            while (body.hasRemaining()) {
                addresses.add(readAddress(body));
            }
            if (addresses.isEmpty() && nmbdSocket.isEmpty()) {
                throw new ProtocolException("broken frame: no address");
            }
            return new PortDescription(List.copyOf(addresses), receiveBuffer, process, nmbdSocket);
        } catch (BufferUnderflowException | InvalidPathException e) {
            throw new ProtocolException("broken frame: " + e);
        }
    }

    static Packet readPacket(ByteBuffer body) throws ProtocolException {
        try {
            InetSocketAddress from = readAddress(body);
            Optional<String> networkInterface = text(body);
            return new Packet(body.slice(), from, networkInterface);
        } catch (BufferUnderflowException e) {
            throw new ProtocolException("broken frame: " + e);
        }
    }

    private static Optional<String> text(ByteBuffer body) throws ProtocolException {
        return Optional.of(Frames.readText(body)).filter(text -> !text.isEmpty());
    }

    private static InetSocketAddress readAddress(ByteBuffer body) throws ProtocolException {
        try {
            InetAddress address = InetAddress.getByAddress(Frames.readOctets(body, body.get()));
            return new InetSocketAddress(address, body.getShort() & UNSIGNED_SHORT);
        } catch (UnknownHostException | NegativeArraySizeException e) {
            throw new ProtocolException("broken frame: " + e);
        }
    }
}
