package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Octets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads classic pcap files of either octet order, with times in microseconds or nanoseconds.
 *
 * <pre>
 *   0 magic (4)   4 version (2+2)   8 reserved (8)   16 snapshot length (4)   20 link type (4)   then records:
 *   0 seconds (4)   4 fraction (4)   8 captured length (4)   12 original length (4)   16 octets
 * </pre>
 *
 * <p>In the form that is called modified, of Linux programs of old, the octets stand at 24, behind an interface and a protocol.
 */
final class PcapReader implements CaptureReader {
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int MODIFIED_RECORD_HEADER = 24;
    private static final int MAJOR_VERSION = 2;
    /** Where the link type is, behind the magic. */
    private static final int LINK_TYPE = 16;

    private final CaptureInput in;
    private final Variant variant;
    private final LinkType linkType;
    private long start;
    private long frames;

    /** The ways to write a record, by the first four octets of the file. */
    enum Variant {
        BIG_ENDIAN_MICROS(0xA1B2C3D4, ByteOrder.BIG_ENDIAN, 1_000, RECORD_HEADER),
        LITTLE_ENDIAN_MICROS(0xD4C3B2A1, ByteOrder.LITTLE_ENDIAN, 1_000, RECORD_HEADER),
        BIG_ENDIAN_NANOS(0xA1B23C4D, ByteOrder.BIG_ENDIAN, 1, RECORD_HEADER),
        LITTLE_ENDIAN_NANOS(0x4D3CB2A1, ByteOrder.LITTLE_ENDIAN, 1, RECORD_HEADER),
        BIG_ENDIAN_MODIFIED(0xA1B2CD34, ByteOrder.BIG_ENDIAN, 1_000, MODIFIED_RECORD_HEADER),
        LITTLE_ENDIAN_MODIFIED(0x34CDB2A1, ByteOrder.LITTLE_ENDIAN, 1_000, MODIFIED_RECORD_HEADER);

        private final int magic;
        private final ByteOrder order;
        private final int nanosPerTick;
        private final int recordHeader;

        Variant(int magic, ByteOrder order, int nanosPerTick, int recordHeader) {
            this.magic = magic;
            this.order = order;
            this.nanosPerTick = nanosPerTick;
            this.recordHeader = recordHeader;
        }

        static Optional<Variant> of(int magic) {
            return Arrays.stream(values()).filter(v -> v.magic == magic).findFirst();
        }
    }

    /** @param in the file behind its first four octets */
    PcapReader(CaptureInput in, Variant variant) throws IOException {
        this.in = in;
        this.variant = variant;
        byte[] header = in.read(FILE_HEADER - Integer.BYTES);
        if (header.length < FILE_HEADER - Integer.BYTES) {
            throw new CaptureFormatException(0, "the file ends within the pcap file header");
        }
        ByteBuffer fields = ByteBuffer.wrap(header).order(variant.order);
        int version = Short.toUnsignedInt(fields.getShort(0));
        if (version != MAJOR_VERSION) {
            throw new CaptureFormatException(0, "pcap version " + version + " is not " + MAJOR_VERSION);
        }
        // The upper half of the link type word only tells whether frames end in a checksum.
        linkType = new LinkType(fields.getInt(LINK_TYPE) & 0xFFFF);
    }

    @Override
    public Optional<CapturedFrame> next() throws IOException {
        start = in.offset();
        byte[] header = in.read(variant.recordHeader);
        if (header.length == 0) {
            return Optional.empty();
        }
        frames++;
        if (header.length < variant.recordHeader) {
            throw broken("ends within its header");
        }
        ByteBuffer fields = ByteBuffer.wrap(header).order(variant.order);
        Instant time = Instant.ofEpochSecond(
                Integer.toUnsignedLong(fields.getInt()),
                Integer.toUnsignedLong(fields.getInt()) * variant.nanosPerTick);
        long captured = Integer.toUnsignedLong(fields.getInt());
        long original = Integer.toUnsignedLong(fields.getInt());
        if (captured > MAX_FRAME_LENGTH) {
            throw broken("says it has " + captured + " octets, more than " + MAX_FRAME_LENGTH);
        }
        byte[] octets = in.read((int) captured);
        if (octets.length < captured) {
            throw broken("has only " + octets.length + " of its " + captured + " octets, the file ends there");
        }
        return Optional.of(new CapturedFrame(frames, time, linkType, original, Octets.wrap(octets)));
    }

    private CaptureFormatException broken(String trouble) {
        return new CaptureFormatException(start, "frame " + frames + " " + trouble);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
