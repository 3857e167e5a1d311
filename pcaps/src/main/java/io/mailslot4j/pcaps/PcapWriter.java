package io.mailslot4j.pcaps;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.temporal.ChronoField;

/** Writes classic pcap files in network order, with times in microseconds. */
final class PcapWriter implements CaptureWriter {
    private static final int MAGIC = 0xA1B2C3D4;
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final long LATEST_SECOND = 0xFFFF_FFFFL;

    private final OutputStream out;
    private final LinkType linkType;

    PcapWriter(OutputStream out, LinkType linkType) throws IOException {
        this.out = out;
        this.linkType = linkType;
        ByteBuffer header = ByteBuffer.allocate(FILE_HEADER);
        header.putInt(MAGIC).putShort((short) 2).putShort((short) 4).putLong(0);
        header.putInt(CaptureReader.MAX_FRAME_LENGTH).putInt(linkType.number());
        out.write(header.array());
    }

    @Override
    public void write(CapturedFrame frame) throws IOException {
        PcapngWriter.check(frame);
        if (!frame.linkType().equals(linkType)) {
            throw new IllegalArgumentException(
                    "a frame of " + frame.linkType() + " does not fit into a pcap file of " + linkType);
        }
        long seconds = frame.time().getEpochSecond();
        if (seconds > LATEST_SECOND) {
            throw new IllegalArgumentException("pcap has no time such as " + frame.time());
        }
        ByteBuffer packet = ByteBuffer.allocate(RECORD_HEADER + frame.octets().size());
        packet.putInt((int) seconds).putInt(frame.time().get(ChronoField.MICRO_OF_SECOND));
        packet.putInt(frame.octets().size()).putInt((int) frame.originalLength());
        frame.octets().copyTo(packet.array(), RECORD_HEADER);
        out.write(packet.array());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
