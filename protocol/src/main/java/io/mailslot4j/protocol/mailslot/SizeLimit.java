package io.mailslot4j.protocol.mailslot;

import java.nio.charset.StandardCharsets;

/**
 * How much data one mailslot write may carry. All limits follow from the length n of the slot name behind
 * {@code \MAILSLOT\}, because the whole SMB message is what is limited.
 */
public enum SizeLimit {
    /** What Windows sends and receives: an SMB message of 512 octets, so 432 less n rounded up to four (MS-MAIL section 2.1). */
    WINDOWS("the SMB message may have 512 octets (MS-MAIL)") {
        @Override
        int maxPayload(int n) {
            return 432 - roundUp4(n);
        }
    },
    /** The 424 octets that the Win32 documentation promises for domain and broadcast writes, where Windows' own limit allows them. */
    WIN32_424("Win32 promises 424 octets between computers") {
        @Override
        int maxPayload(int n) {
            return Math.min(424, WINDOWS.maxPayload(n));
        }
    },
    /** What Samba's nmbd can receive: a UDP payload of 576 octets, so an SMB message of 494. */
    NMBD_576("nmbd reads UDP payloads of 576 octets") {
        @Override
        int maxPayload(int n) {
            return 494 - roundUp4(MailslotWrite.NAME_OFFSET + MailslotWrite.PREFIX.length() + n + 1);
        }
    };

    private final String reason;

    SizeLimit(String reason) {
        this.reason = reason;
    }

    abstract int maxPayload(int n);

    /** Where this limit comes from, for error messages. */
    public String reason() {
        return reason;
    }

    /**
     * Octets of data that fit in one write to {@code slot}, padding considered.
     *
     * @param slot such as {@code \MAILSLOT\LISTENER}
     * @return 0 or more, or less than 0 if the name alone is too long
     */
    public int maxPayload(String slot) {
        return maxPayload(slot.getBytes(StandardCharsets.ISO_8859_1).length - MailslotWrite.PREFIX.length());
    }

    /** As {@link #maxPayload(String)}. */
    public int maxPayload(MailslotName slot) {
        return maxPayload(slot.path().length());
    }

    private static int roundUp4(int n) {
        return (n + 3) & ~3;
    }
}
