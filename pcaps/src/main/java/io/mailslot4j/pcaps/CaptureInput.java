package io.mailslot4j.pcaps;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A capture file on its way in, unpacked if need be. Knows how far it was read, in unpacked octets. */
final class CaptureInput implements Closeable {
    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;

    /** Octets to ask of the file at once. */
    private static final int PIECE = 1 << 16;

    /** Octets that most frames have at most. For more there is no memory before they have come. */
    private static final int USUAL = 2048;

    private final InputStream in;
    private long offset;

    private CaptureInput(InputStream in) {
        this.in = in;
    }

    /** Finds out by the first two octets whether the file is packed. */
    static CaptureInput of(InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, PIECE);
        in.mark(2);
        boolean packed = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        in.reset();
        return new CaptureInput(packed ? new BufferedInputStream(unpacked(in), PIECE) : in);
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        try {
            return new GZIPInputStream(in);
        } catch (ZipException | EOFException e) {
            throw new CaptureFormatException(0, "broken gzip file: " + e.getMessage());
        }
    }

    /** Octets read so far. */
    long offset() {
        return offset;
    }

    /** The next {@code count} octets, or what is left if that is less. */
    byte[] read(int count) throws IOException {
        try {
            byte[] octets = count <= USUAL ? usual(count) : in.readNBytes(count);
            offset += octets.length;
            return octets;
        } catch (ZipException | EOFException e) {
            throw new CaptureFormatException(offset, "broken gzip file: " + e.getMessage());
        }
    }

    /** In one piece: to read without knowing whether there is so much takes twice as long. */
    private byte[] usual(int count) throws IOException {
        byte[] octets = new byte[count];
        int got = in.readNBytes(octets, 0, count);
        return got == count ? octets : Arrays.copyOf(octets, got);
    }

    /**
     * Leaves {@code count} octets out, without keeping them.
     *
     * @return whether there were so many
     */
    boolean skip(long count) throws IOException {
        long left = count;
        while (left > 0) {
            int got = read((int) Math.min(left, 1 << 16)).length;
            if (got == 0) {
                return false;
            }
            left -= got;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
