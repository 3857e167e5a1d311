package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Octets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads pcapng files (draft-ietf-opsawg-pcapng): any number of sections, each in its own octet order, with any number of
 * interfaces. Blocks that hold no packet are left out.
 *
 * <pre>
 *   0 block type (4)   4 length of the whole block (4)   8 body, padded to four   the length again (4)
 * </pre>
 */
final class PcapngReader implements CaptureReader {
    private static final int MAJOR_VERSION = 1;
    private static final int LEAD = 8;
    private static final int LENGTH_BEHIND = 4;
    private static final int ENHANCED_FIXED = 20;
    private static final int SIMPLE_FIXED = 4;
    /** Options behind a packet, such as comments, on top of the packet. */
    private static final int MAX_BODY = MAX_FRAME_LENGTH + (1 << 20);

    private static final int MAX_INTERFACES = 1 << 16;

    private final CaptureInput in;
    private final List<PcapngInterface> interfaces = new ArrayList<>();
    private ByteOrder order = ByteOrder.BIG_ENDIAN;
    private long start;
    private long frames;

    /** @param in the file behind its first four octets, which are those of a section header */
    PcapngReader(CaptureInput in) throws IOException {
        this.in = in;
        startSection(in.read(LEAD));
    }

    @Override
    public Optional<CapturedFrame> next() throws IOException {
        while (true) {
            start = in.offset();
            byte[] type = in.read(Integer.BYTES);
            if (type.length == 0) {
                return Optional.empty();
            }
            if (type.length < Integer.BYTES) {
                throw broken("the file ends within a block header");
            }
            int blockType = ByteBuffer.wrap(type).order(order).getInt();
            Optional<CapturedFrame> frame = block(blockType);
            if (frame.isPresent()) {
                return frame;
            }
        }
    }

    private Optional<CapturedFrame> block(int type) throws IOException {
        switch (type) {
            case PcapngBlock.SECTION_HEADER -> startSection(in.read(LEAD));
            case PcapngBlock.INTERFACE_DESCRIPTION -> addInterface(body());
            case PcapngBlock.ENHANCED_PACKET -> {
                ByteBuffer body = body();
                need(body, ENHANCED_FIXED);
                return Optional.of(enhanced(body.getInt(), body));
            }
            case PcapngBlock.PACKET -> {
                ByteBuffer body = body();
                need(body, ENHANCED_FIXED);
                int index = Short.toUnsignedInt(body.getShort());
                body.getShort(); // How many packets were dropped before this one.
                return Optional.of(enhanced(index, body));
            }
            case PcapngBlock.SIMPLE_PACKET -> {
                return Optional.of(simple(body()));
            }
            default -> skip();
        }
        return Optional.empty();
    }

    /** @param lead length and byte-order magic, or what is left of the file */
    private void startSection(byte[] lead) throws IOException {
        if (lead.length < LEAD) {
            throw broken("the file ends within a section header");
        }
        ByteBuffer fields = ByteBuffer.wrap(lead);
        order = fields.getInt(Integer.BYTES) == PcapngBlock.BYTE_ORDER_MAGIC
                ? ByteOrder.BIG_ENDIAN
                : ByteOrder.LITTLE_ENDIAN;
        fields.order(order);
        if (fields.getInt(Integer.BYTES) != PcapngBlock.BYTE_ORDER_MAGIC) {
            throw broken("a section header without the byte-order magic");
        }
        long length = checkedLength(fields.getInt(0), PcapngBlock.LEAST_SECTION_HEADER);
        byte[] version = in.read(Short.BYTES);
        if (version.length < Short.BYTES) {
            throw broken("the file ends within a section header");
        }
        int major = Short.toUnsignedInt(ByteBuffer.wrap(version).order(order).getShort());
        if (major != MAJOR_VERSION) {
            throw broken("pcapng version " + major + " is not " + MAJOR_VERSION);
        }
        skipTo(length, Integer.BYTES + LEAD + Short.BYTES);
        interfaces.clear();
    }

    private long checkedLength(int field, int least) throws CaptureFormatException {
        long length = Integer.toUnsignedLong(field);
        if (length < least || length % Integer.BYTES != 0) {
            throw broken("block length " + length + " is not a multiple of 4 of at least " + least);
        }
        return length;
    }

    private long blockLength() throws IOException {
        byte[] length = in.read(Integer.BYTES);
        if (length.length < Integer.BYTES) {
            throw broken("the file ends within a block header");
        }
        return checkedLength(ByteBuffer.wrap(length).order(order).getInt(), PcapngBlock.LEAST_LENGTH);
    }

    private ByteBuffer body() throws IOException {
        long length = blockLength();
        long bodyLength = length - PcapngBlock.LEAST_LENGTH;
        if (bodyLength > MAX_BODY) {
            throw broken("a block says it has " + length + " octets, too many for what it is");
        }
        byte[] body = in.read((int) bodyLength);
        if (body.length < bodyLength) {
            throw broken("a block has only " + body.length + " of its " + bodyLength + " octets, the file ends there");
        }
        skipTo(length, LEAD + bodyLength);
        return ByteBuffer.wrap(body).order(order);
    }

    private void skip() throws IOException {
        skipTo(blockLength(), LEAD);
    }

    /** Goes to the end of a block of which {@code done} octets were read, and checks the length there. */
    private void skipTo(long length, long done) throws IOException {
        boolean whole = in.skip(length - done - LENGTH_BEHIND);
        byte[] again = in.read(LENGTH_BEHIND);
        if (!whole || again.length < LENGTH_BEHIND) {
            throw broken("the file ends within a block of " + length + " octets");
        }
        long behind = Integer.toUnsignedLong(ByteBuffer.wrap(again).order(order).getInt());
        if (behind != length) {
            throw broken("block length " + length + " is " + behind + " at the end of the block");
        }
    }

    private void addInterface(ByteBuffer body) throws CaptureFormatException {
        PcapngInterface description = PcapngInterface.read(body);
        if (description == null || interfaces.size() == MAX_INTERFACES) {
            throw broken(description == null ? "an interface block that is too short" : "too many interfaces");
        }
        interfaces.add(description);
    }

    private CapturedFrame enhanced(int interfaceIndex, ByteBuffer body) throws CaptureFormatException {
        PcapngInterface from = from(Integer.toUnsignedLong(interfaceIndex));
        int high = body.getInt();
        int low = body.getInt();
        long captured = Integer.toUnsignedLong(body.getInt());
        long original = Integer.toUnsignedLong(body.getInt());
        try {
            return frame(from.time(high, low), from, original, captured, body);
        } catch (DateTimeException e) {
            throw broken("frame " + (frames + 1) + " has a time that cannot be: " + e.getMessage());
        }
    }

    /** It has no time, and belongs to the first interface. */
    private CapturedFrame simple(ByteBuffer body) throws CaptureFormatException {
        need(body, SIMPLE_FIXED);
        PcapngInterface from = from(0);
        long original = Integer.toUnsignedLong(body.getInt());
        long kept = from.snapLength() == 0 ? original : Math.min(original, from.snapLength());
        return frame(Instant.EPOCH, from, original, Math.min(kept, body.remaining()), body);
    }

    private PcapngInterface from(long index) throws CaptureFormatException {
        if (index >= interfaces.size()) {
            throw broken("frame " + (frames + 1) + " is from interface " + index + ", but only " + interfaces.size()
                    + " are described");
        }
        return interfaces.get((int) index);
    }

    private CapturedFrame frame(Instant time, PcapngInterface from, long original, long captured, ByteBuffer body)
            throws CaptureFormatException {
        frames++;
        if (captured > Math.min(body.remaining(), MAX_FRAME_LENGTH)) {
            throw broken("frame " + frames + " says it has " + captured + " octets, more than there are in its block");
        }
        byte[] octets = new byte[(int) captured];
        body.get(octets);
        return new CapturedFrame(frames, time, from.linkType(), original, Octets.wrap(octets));
    }

    private void need(ByteBuffer body, int octets) throws CaptureFormatException {
        if (body.remaining() < octets) {
            throw broken("a packet block of only " + body.remaining() + " octets");
        }
    }

    private CaptureFormatException broken(String trouble) {
        return new CaptureFormatException(start, trouble);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
