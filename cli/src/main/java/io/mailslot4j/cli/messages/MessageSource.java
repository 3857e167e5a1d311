package io.mailslot4j.cli.messages;

import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.protocol.Octets;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Where the messages to send come from. */
interface MessageSource {

    /**
     * The next message, or empty at the end.
     *
     * @throws FailedException if it is longer than allowed; the one behind it comes next
     */
    Optional<Octets> next() throws IOException;

    /** One message. */
    static MessageSource of(Octets message) {
        Iterator<Octets> one = List.of(message).iterator();
        return () -> one.hasNext() ? Optional.of(one.next()) : Optional.empty();
    }

    /** All of {@code in} as one message of at most {@code limit} octets. */
    static MessageSource whole(InputStream in, int limit) {
        return new MessageSource() {
            private boolean read;

            @Override
            public Optional<Octets> next() throws IOException {
                if (read) {
                    return Optional.empty();
                }
                read = true;
                return Optional.of(Octets.wrap(checked(in.readNBytes(limit + 1), limit)));
            }
        };
    }

    /** The lines of {@code in} as they come, each at most {@code limit} octets; LF or CR LF ends one. */
    static MessageSource lines(InputStream in, int limit) {
        InputStream buffered = new BufferedInputStream(in);
        return () -> {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int octet = buffered.read();
            if (octet < 0) {
                return Optional.empty();
            }
            while (octet >= 0 && octet != '\n') {
                // One too many is kept, to know it by.
                if (line.size() <= limit) {
                    line.write(octet);
                }
                octet = buffered.read();
            }
            byte[] octets = checked(line.toByteArray(), limit);
            boolean crLf = octet == '\n' && octets.length > 0 && octets[octets.length - 1] == '\r';
            return Optional.of(Octets.wrap(octets).slice(0, octets.length - (crLf ? 1 : 0)));
        };
    }

    private static byte[] checked(byte[] message, int limit) {
        if (message.length > limit) {
            throw new FailedException(
                    "a message on standard input has more than " + limit + " octets: send less, or split it");
        }
        return message;
    }
}
