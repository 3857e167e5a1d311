package io.mailslot4j.protocol.netlogon;

import io.mailslot4j.protocol.wire.Unsigned;
import java.util.Locale;

/**
 * What a message of the netlogon family is (MS-ADTS section 6.3.1.3, and LAN Manager before it). Unknown ones are kept.
 *
 * @param value 0 to 65535
 */
public record NetlogonOpcode(int value) {

    /** Checks the range. */
    public NetlogonOpcode {
        Unsigned.check16(value, "netlogon opcode");
    }

    /** In the words of the specifications, lower case with hyphens, or the number. */
    @Override
    public String toString() {
        return switch (value) {
            case 0x00 -> "logon-request";
            case 0x01 -> "logon-response";
            case 0x02 -> "query-centralized";
            case 0x03 -> "query-distributed";
            case 0x04 -> "response-centralized";
            case 0x05 -> "response-distributed";
            case 0x06 -> "logon-response-2";
            case 0x07 -> "primary-query";
            case 0x08 -> "pdc-startup";
            case 0x09 -> "pdc-failed";
            case 0x0A -> "database-change";
            case 0x0B -> "no-user";
            case 0x0C -> "primary-response";
            case 0x0D -> "relogon-response";
            case 0x0E -> "interrogate-response";
            case 0x0F -> "logon-paused";
            case 0x10 -> "logon-user-unknown";
            case 0x11 -> "account-update";
            case 0x12 -> "sam-logon-request";
            case 0x13 -> "sam-logon-response";
            case 0x14 -> "sam-pause-response";
            case 0x15 -> "sam-user-unknown";
            case 0x16 -> "sam-interrogate-response";
            case 0x17 -> "sam-logon-response-ex";
            case 0x18 -> "sam-pause-response-ex";
            case 0x19 -> "sam-user-unknown-ex";
            default -> String.format(Locale.ROOT, "netlogon-0x%02x", value);
        };
    }
}
