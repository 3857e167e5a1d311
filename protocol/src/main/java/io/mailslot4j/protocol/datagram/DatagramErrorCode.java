package io.mailslot4j.protocol.datagram;

import io.mailslot4j.protocol.wire.Unsigned;
import java.util.Locale;

/**
 * ERROR_CODE of a {@link DatagramError} (RFC 1002 section 4.4.3). Unknown codes are kept.
 *
 * @param value 0 to 255
 */
public record DatagramErrorCode(int value) {
    /** 0x82: the destination name is not present. */
    public static final DatagramErrorCode DESTINATION_NAME_NOT_PRESENT = new DatagramErrorCode(0x82);
    /** 0x83: invalid source name format. */
    public static final DatagramErrorCode INVALID_SOURCE_NAME = new DatagramErrorCode(0x83);
    /** 0x84: invalid destination name format. */
    public static final DatagramErrorCode INVALID_DESTINATION_NAME = new DatagramErrorCode(0x84);

    /** Checks the range. */
    public DatagramErrorCode {
        Unsigned.check8(value, "ERROR_CODE");
    }

    /** The meaning, and the number. */
    @Override
    public String toString() {
        String meaning = switch (value) {
            case 0x82 -> "destination name not present";
            case 0x83 -> "invalid source name format";
            case 0x84 -> "invalid destination name format";
            default -> "unknown error";
        };
        return String.format(Locale.ROOT, "%s (0x%02x)", meaning, value);
    }
}
