package io.mailslot4j.pcaps;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes pcapng files of one section in network order, with times in nanoseconds and an interface for each link type. */
final class PcapngWriter implements CaptureWriter {
    private static final int ENHANCED_WITHOUT_DATA = 32;
    private static final int INTERFACE = 32;
    private static final short IF_TSRESOL = 9;
    private static final byte NANOSECONDS = 9;
    private static final long MAX_ORIGINAL_LENGTH = 0xFFFF_FFFFL;
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

    private final OutputStream out;
    private final List<LinkType> interfaces = new ArrayList<>();

    PcapngWriter(OutputStream out) throws IOException {
        this.out = out;
        ByteBuffer section = ByteBuffer.allocate(PcapngBlock.LEAST_SECTION_HEADER);
        section.putInt(PcapngBlock.SECTION_HEADER).putInt(section.capacity());
        section.putInt(PcapngBlock.BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0);
        section.putLong(-1).putInt(section.capacity()); // How long the section will be is not known.
        out.write(section.array());
    }

    /** Checks what no format can hold. */
    static void check(CapturedFrame frame) {
        int captured = frame.octets().size();
        boolean fits = captured <= CaptureReader.MAX_FRAME_LENGTH && frame.originalLength() <= MAX_ORIGINAL_LENGTH;
        if (!fits || captured > frame.originalLength()) {
            throw new IllegalArgumentException("a frame of " + frame.originalLength() + " octets, " + captured
                    + " of them captured, cannot be written: at most " + CaptureReader.MAX_FRAME_LENGTH);
        }
        if (frame.time().getEpochSecond() < 0) {
            throw new IllegalArgumentException("captures have no time before 1970, such as " + frame.time());
        }
    }

    @Override
    public void write(CapturedFrame frame) throws IOException {
        check(frame);
        Instant time = frame.time();
        BigInteger nanos =
                BigInteger.valueOf(time.getEpochSecond()).multiply(NANOS).add(BigInteger.valueOf(time.getNano()));
        if (nanos.bitLength() > Long.SIZE) {
            throw new IllegalArgumentException("pcapng has no time such as " + frame.time());
        }
        int length =
                ENHANCED_WITHOUT_DATA + PcapngInterface.padded(frame.octets().size());
        ByteBuffer block = ByteBuffer.allocate(length);
        block.putInt(PcapngBlock.ENHANCED_PACKET).putInt(length).putInt(interfaceOf(frame.linkType()));
        block.putLong(nanos.longValue()).putInt(frame.octets().size()).putInt((int) frame.originalLength());
        frame.octets().copyTo(block.array(), block.position());
        block.putInt(length - Integer.BYTES, length);
        out.write(block.array());
    }

    private int interfaceOf(LinkType linkType) throws IOException {
        if (!interfaces.contains(linkType)) {
            ByteBuffer block = ByteBuffer.allocate(INTERFACE);
            block.putInt(PcapngBlock.INTERFACE_DESCRIPTION).putInt(INTERFACE);
            block.putShort((short) linkType.number()).putShort((short) 0).putInt(0);
            block.putShort(IF_TSRESOL).putShort((short) 1).put(NANOSECONDS).put(new byte[3]);
            block.putInt(0).putInt(INTERFACE); // The end of the options.
            out.write(block.array());
            interfaces.add(linkType);
        }
        return interfaces.indexOf(linkType);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
