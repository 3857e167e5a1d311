package io.mailslot4j.pcaps;

import java.io.IOException;

/** A file is not a capture file, is broken, or is of a kind that is not read. The message says which, and where. */
public final class CaptureFormatException extends IOException {
    private static final long serialVersionUID = 1;

    private final long offset;

    CaptureFormatException(long offset, String reason) {
        super(reason + " (at offset " + offset + ")");
        this.offset = offset;
    }

    /** Where the header or record in question starts, in octets from the start of the file. */
    public long offset() {
        return offset;
    }
}
