package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Octets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Classic pcap files made by hand. */
final class PcapFile {
    static final int MICROS = 0xA1B2C3D4;
    static final int NANOS = 0xA1B23C4D;
    static final int ETHERNET = 1;

    private final ByteBuffer file;

    /** An empty Ethernet capture with times in microseconds, in little-endian order. */
    PcapFile() {
        this(ByteOrder.LITTLE_ENDIAN, MICROS, ETHERNET);
    }

    PcapFile(ByteOrder order, int magic, int linkType) {
        file = ByteBuffer.allocate(1 << 19).order(order);
        file.putInt(magic)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(65_535)
                .putInt(linkType);
    }

    PcapFile frame(long seconds, int fraction, Octets octets) {
        return recordHeader(seconds, fraction, octets.size(), octets.size()).octets(octets);
    }

    PcapFile recordHeader(long seconds, int fraction, int captured, int original) {
        file.putInt((int) seconds).putInt(fraction).putInt(captured).putInt(original);
        return this;
    }

    PcapFile octets(Octets octets) {
        file.put(octets.toArray());
        return this;
    }

    /** The file without its last {@code missing} octets. */
    InputStream without(int missing) {
        return new ByteArrayInputStream(file.array(), 0, file.position() - missing);
    }

    CaptureReader open() throws IOException {
        return CaptureReader.open(without(0));
    }
}
