package io.mailslot4j.pcaps;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes capture files that Wireshark, tcpdump and {@link CaptureReader} read. Each frame goes to the stream in one piece and
 * without a buffer of ours: whoever wants one wraps the stream. Not thread-safe.
 */
public sealed interface CaptureWriter extends Closeable permits PcapWriter, PcapngWriter {

    /**
     * Starts a classic pcap file: understood by everything, one link type, times cut to microseconds.
     *
     * @param out where it goes; from now on it belongs to the writer
     * @param linkType of all frames that will be written
     */
    static CaptureWriter pcap(OutputStream out, LinkType linkType) throws IOException {
        return new PcapWriter(out, linkType);
    }

    /**
     * Starts a pcapng file: frames of any link type, each an interface of its own, times in nanoseconds.
     *
     * @param out where it goes; from now on it belongs to the writer
     */
    static CaptureWriter pcapng(OutputStream out) throws IOException {
        return new PcapngWriter(out);
    }

    /**
     * Writes a frame. Its number is not written: frames are counted when they are read.
     *
     * @throws IllegalArgumentException if the file cannot hold it: another link type, a time before 1970 or beyond what the
     *     format has, more than {@link CaptureReader#MAX_FRAME_LENGTH} octets, or on the wire less than captured or more than
     *     4,294,967,295
     */
    void write(CapturedFrame frame) throws IOException;
}
