package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Octets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** pcapng files made by hand, block by block, each method in the octet order of the current section. */
final class PcapngFile {
    private final ByteBuffer file = ByteBuffer.allocate(1 << 16);

    /** A section in {@code order}. */
    PcapngFile section(ByteOrder order) {
        file.order(order);
        return block(
                0x0A0D0D0A,
                body(16).putInt(0x1A2B3C4D)
                        .putShort((short) 1)
                        .putShort((short) 0)
                        .putLong(-1));
    }

    /** An interface with times in microseconds. */
    PcapngFile ofInterface(int linkType, int snapLength) {
        return ofInterface(linkType, snapLength, Octets.EMPTY);
    }

    /** @param options as in the file, padded */
    PcapngFile ofInterface(int linkType, int snapLength, Octets options) {
        ByteBuffer body = body(8 + options.size())
                .putShort((short) linkType)
                .putShort((short) 0)
                .putInt(snapLength);
        return block(1, body.put(options.toArray()));
    }

    PcapngFile enhanced(int from, long ticks, int original, Octets octets) {
        return block(6, packet(body(20 + padded(octets.size())).putInt(from), ticks, original, octets));
    }

    PcapngFile oldPacket(int from, long ticks, int original, Octets octets) {
        ByteBuffer body =
                body(20 + padded(octets.size())).putShort((short) from).putShort((short) 77);
        return block(2, packet(body, ticks, original, octets));
    }

    private static ByteBuffer packet(ByteBuffer body, long ticks, int original, Octets octets) {
        return body.putInt((int) (ticks >>> 32))
                .putInt((int) ticks)
                .putInt(octets.size())
                .putInt(original)
                .put(octets.toArray());
    }

    PcapngFile simple(int original, Octets octets) {
        return block(3, body(4 + padded(octets.size())).putInt(original).put(octets.toArray()));
    }

    PcapngFile block(int type, ByteBuffer body) {
        int length = 12 + body.capacity();
        file.putInt(type).putInt(length).put(body.rewind()).putInt(length);
        return this;
    }

    PcapngFile octets(String hex) {
        file.put(Octets.ofHex(hex).toArray());
        return this;
    }

    ByteBuffer body(int size) {
        return ByteBuffer.allocate(size).order(file.order());
    }

    private static int padded(int size) {
        return (size + 3) & ~3;
    }

    InputStream without(int missing) {
        return new ByteArrayInputStream(file.array(), 0, file.position() - missing);
    }

    int size() {
        return file.position();
    }

    CaptureReader open() throws IOException {
        return CaptureReader.open(without(0));
    }
}
