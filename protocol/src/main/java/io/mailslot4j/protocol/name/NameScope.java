package io.mailslot4j.protocol.name;

import io.mailslot4j.protocol.Octets;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The scope of a NetBIOS name: a domain name that keeps apart names of different NetBIOS networks (RFC 1001 section 9).
 * In practice it is empty.
 */
public final class NameScope {
    /** No scope. */
    public static final NameScope EMPTY = new NameScope(Octets.EMPTY);

    /** Octets that a whole encoded name may have (RFC 1002 section 4.1), less those of the name without scope. */
    static final int MAX_ENCODED = 255 - NetBiosNameEncoding.LENGTH_WITHOUT_SCOPE;

    private static final int MAX_LABEL = 63;

    private final Octets labels;

    /** @param labels the labels as on the wire, each behind its length octet, without the root label */
    NameScope(Octets labels) {
        this.labels = labels;
    }

    /**
     * Reads labels with dots between, such as {@code NETBIOS.COM}; empty text is {@link #EMPTY}.
     *
     * @throws IllegalArgumentException if a label is empty or longer than 63 characters, the whole is longer than 221
     *     octets, or there are characters outside ASCII
     */
    public static NameScope parse(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        for (String label : text.split("\\.", -1)) {
            byte[] octets = label.getBytes(StandardCharsets.US_ASCII);
            if (octets.length == 0
                    || octets.length > MAX_LABEL
                    || !label.chars().allMatch(c -> c < 0x80)) {
                throw new IllegalArgumentException(
                        "scope '" + text + "' has the label '" + label + "', but a label is 1 to 63 ASCII characters");
            }
            encoded.write(octets.length);
            encoded.writeBytes(octets);
        }
        if (encoded.size() > MAX_ENCODED) {
            throw new IllegalArgumentException("scope '" + text + "' takes " + encoded.size()
                    + " octets on the wire, but only " + MAX_ENCODED + " are allowed");
        }
        return new NameScope(Octets.wrap(encoded.toByteArray()));
    }

    /** Whether there is no scope. */
    public boolean isEmpty() {
        return labels.isEmpty();
    }

    /** The labels as on the wire, each behind its length octet, without the root label. */
    public Octets labels() {
        return labels;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NameScope scope && labels.equals(scope.labels);
    }

    @Override
    public int hashCode() {
        return labels.hashCode();
    }

    /** The labels with dots between; whatever is not printable ASCII, and a dot inside a label, as {@code \x07}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < labels.size(); at += 1 + labels.get(at)) {
            text.append(at == 0 ? "" : ".");
            for (int i = at + 1; i <= at + labels.get(at); i++) {
                int c = labels.get(i);
                boolean plain = c > ' ' && c < 0x7F && c != '.' && c != '\\';
                text.append(plain ? String.valueOf((char) c) : String.format(Locale.ROOT, "\\x%02x", c));
            }
        }
        return text.toString();
    }
}
