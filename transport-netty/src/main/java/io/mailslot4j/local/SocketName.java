package io.mailslot4j.local;

import io.mailslot4j.protocol.mailslot.MailslotName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a socket is called in its folder: a hash, because paths of sockets are short and slot names need not be.
 *
 * @param number 0 or more; also the octet of the lock file that stands for it
 * @param suffix what it is a socket of
 */
record SocketName(long number, String suffix) {
    static final String SLOT = ".slot";
    static final String PORT = ".port";
    /** Characters of a file name. */
    static final int LENGTH = 2 * Long.BYTES + SLOT.length();

    /** The socket of a slot, such as {@code \MAILSLOT\LISTENER}. */
    static SocketName ofSlot(String slot) {
        return hashed(MailslotName.fold(slot), SLOT);
    }

    /** The socket of those who share a UDP port. */
    static SocketName ofPort(String key) {
        return hashed(key, PORT);
    }

    /** The name of a file, if it is one of ours. */
    static Optional<SocketName> of(Path file) {
        String name = file.getFileName().toString();
        int dot = 2 * Long.BYTES;
        if (name.length() != LENGTH || !name.substring(0, dot).chars().allMatch(HexFormat::isHexDigit)) {
            return Optional.empty();
        }
        long number = HexFormat.fromHexDigitsToLong(name, 0, dot);
        return number < 0 ? Optional.empty() : Optional.of(new SocketName(number, name.substring(dot)));
    }

    private static SocketName hashed(String key, String suffix) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((suffix + " " + key).getBytes(StandardCharsets.UTF_8));
            return new SocketName(ByteBuffer.wrap(hash).getLong() >>> 1, suffix);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    Path in(Path folder) {
        return folder.resolve(HexFormat.of().toHexDigits(number) + suffix);
    }
}
