package io.mailslot4j.pcaps;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;

/**
 * The frames of a capture file, one after the other: classic pcap or pcapng, packed by gzip or not. A reader holds one frame
 * at a time, whatever the size of the file, and never seeks, so it reads from pipes. Not thread-safe.
 */
public sealed interface CaptureReader extends Closeable permits PcapReader, PcapngReader {
    /** The most octets of one frame that a reader accepts; no capture program writes more. */
    int MAX_FRAME_LENGTH = 262_144;

    /**
     * Starts to read a capture file, and finds out by its first octets of what format it is.
     *
     * @param in the file from its start; from now on it belongs to the reader: {@link #close()} closes it, and so does
     *     a failure of this method
     * @throws CaptureFormatException if it is not a capture file of a format that can be read
     * @throws IOException if {@code in} fails
     */
    static CaptureReader open(InputStream in) throws IOException {
        try {
            return ofFormat(CaptureInput.of(in));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static CaptureReader ofFormat(CaptureInput in) throws IOException {
        byte[] start = in.read(Integer.BYTES);
        if (start.length < Integer.BYTES) {
            throw new CaptureFormatException(0, "not a capture file: it has only " + start.length + " octets");
        }
        int magic = ByteBuffer.wrap(start).getInt();
        if (magic == PcapngBlock.SECTION_HEADER) {
            return new PcapngReader(in);
        }
        PcapReader.Variant variant = PcapReader.Variant.of(magic)
                .orElseThrow(() -> new CaptureFormatException(
                        0, String.format(Locale.ROOT, "not a capture file: it starts with 0x%08x", magic)));
        return new PcapReader(in, variant);
    }

    /**
     * The next frame, or empty at the end of the file.
     *
     * @throws CaptureFormatException if the file ends within a frame or is broken; nothing more can be read then
     * @throws IOException if the file cannot be read
     */
    Optional<CapturedFrame> next() throws IOException;
}
