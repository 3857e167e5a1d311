package io.mailslot4j.protocol.name;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A NetBIOS name: 16 octets, the last of them the {@linkplain NameSuffix suffix}, and a scope, which is almost always
 * empty (RFC 1001 section 14, MS-NBTE section 2.2.1).
 *
 * <p>The octets are kept as they are: two names are {@linkplain #equals equal} when all 16 octets and the scopes are.
 * Text goes in upper-cased and space-padded, as every implementation expects. Only ASCII means the same on every
 * machine; for other characters say which OEM code page is meant.
 */
public final class NetBiosName {
    /** Octets in a name, suffix included. */
    public static final int LENGTH = 16;
    /** Characters in a name, suffix not included. */
    public static final int MAX_TEXT_LENGTH = LENGTH - 1;

    /** {@code *} and fifteen octets of zero: everybody who listens (RFC 1001 section 17.2). */
    public static final NetBiosName BROADCAST = of("*", NameSuffix.WORKSTATION);
    /** {@code \1\2__MSBROWSE__\2<01>}: every master browser. */
    public static final NetBiosName MSBROWSE = of("\u0001\u0002__MSBROWSE__\u0002", NameSuffix.MASTER_BROWSERS);

    private static final Pattern TEXT_FORM =
            Pattern.compile("(?<name>.+?)(?:<(?<a>\\p{XDigit}{1,2})>|#(?<b>\\p{XDigit}{1,2}))?");

    private static final long SUFFIX = 0xFF;
    private static final long CASE = 0x2020_2020_2020_2020L;

    /** The first eight octets, and the others: names are compared and decoded millions of times. */
    private final long high;

    private final long low;
    private final NameScope scope;

    /** Made when first asked for. Whichever thread does it makes the same. */
    private @Nullable String text;

    private NetBiosName(long high, long low, NameScope scope) {
        this.high = high;
        this.low = low;
        this.scope = scope;
    }

    /**
     * The name {@code text}, upper-cased and padded with spaces ({@code *} with zeros), without a scope.
     *
     * @throws IllegalArgumentException if {@code text} is empty, longer than 15 characters or not ASCII
     */
    public static NetBiosName of(String text, NameSuffix suffix) {
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("NetBIOS name '" + text
                    + "' has characters outside ASCII: say which OEM code page its hosts use, such as IBM850");
        }
        return of(text, suffix, StandardCharsets.US_ASCII);
    }

    /**
     * The name {@code text} in an OEM code page.
     *
     * @throws IllegalArgumentException if {@code text} is empty, does not fit in 15 octets, or has characters that
     *     {@code oem} has not
     */
    public static NetBiosName of(String text, NameSuffix suffix, Charset oem) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (!oem.newEncoder().canEncode(upper)) {
            throw new IllegalArgumentException("NetBIOS name '" + text + "' has characters that " + oem + " has not");
        }
        byte[] encoded = upper.getBytes(oem);
        if (encoded.length == 0 || encoded.length > MAX_TEXT_LENGTH) {
            throw new IllegalArgumentException("NetBIOS name '" + text + "' has " + encoded.length
                    + " characters, but must have 1 to " + MAX_TEXT_LENGTH);
        }
        byte[] name = new byte[LENGTH];
        Arrays.fill(name, (byte) (text.equals("*") ? 0 : ' '));
        System.arraycopy(encoded, 0, name, 0, encoded.length);
        name[LENGTH - 1] = (byte) suffix.value();
        return ofOctets(Octets.wrap(name));
    }

    /** The name with exactly these octets, most significant first in both numbers, without a scope. */
    public static NetBiosName ofOctets(long firstEight, long lastEight) {
        return new NetBiosName(firstEight, lastEight, NameScope.EMPTY);
    }

    /**
     * The name with exactly these octets, without a scope.
     *
     * @throws IllegalArgumentException if there are not 16
     */
    public static NetBiosName ofOctets(Octets octets) {
        if (octets.size() != LENGTH) {
            throw new IllegalArgumentException("a NetBIOS name has 16 octets, not " + octets.size());
        }
        return ofOctets(octets.getLong(0), octets.getLong(Long.BYTES));
    }

    /**
     * Reads {@code NAME}, {@code NAME<1C>} or Samba's {@code NAME#1c}.
     *
     * @param otherwise the suffix where the text has none
     * @throws IllegalArgumentException as {@link #of(String, NameSuffix)}
     */
    public static NetBiosName parse(String text, NameSuffix otherwise) {
        Matcher form = TEXT_FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("a NetBIOS name must have 1 to " + MAX_TEXT_LENGTH + " characters");
        }
        String hex = form.group("a") != null ? form.group("a") : form.group("b");
        if (hex == null && text.matches("<.*>")) {
            throw new IllegalArgumentException("'" + text + "' is a suffix without a name: write NAME" + text);
        }
        if (hex == null && text.matches(".*<.*>")) {
            throw new IllegalArgumentException("'" + text.substring(text.indexOf('<'))
                    + "' is not a name suffix: two hexadecimal digits such as <1C>");
        }
        return of(form.group("name"), hex == null ? otherwise : NameSuffix.parse(hex));
    }

    /** The same name in a scope. */
    public NetBiosName in(NameScope newScope) {
        return new NetBiosName(high, low, newScope);
    }

    /** The same characters and scope with another suffix. */
    public NetBiosName with(NameSuffix suffix) {
        long last = (low & ~SUFFIX) | suffix.value();
        return last == low ? this : new NetBiosName(high, last, scope);
    }

    /** Whether it is the name of a group wherever it is (MS-BRWS section 2.1.1). With {@code <00>} it may be of either kind. */
    public boolean isOfGroup() {
        return suffix().equals(NameSuffix.DOMAIN_CONTROLLERS)
                || suffix().equals(NameSuffix.BROWSER_ELECTIONS)
                || equals(MSBROWSE);
    }

    /** All 16 octets. */
    public Octets octets() {
        return new PacketWriter(LENGTH).i64(high).i64(low).done();
    }

    /** The first eight octets as one number, most significant first. */
    public long firstEight() {
        return high;
    }

    /** The last eight octets, suffix included, as one number, most significant first. */
    public long lastEight() {
        return low;
    }

    /** The sixteenth octet. */
    public NameSuffix suffix() {
        return new NameSuffix((int) (low & SUFFIX));
    }

    /** The scope, which is almost always empty. */
    public NameScope scope() {
        return scope;
    }

    /**
     * The first 15 octets, one character each as in ISO 8859-1, without the padding. Control characters are kept: show
     * {@link #toString()} to people instead.
     */
    public String text() {
        String known = text;
        if (known == null) {
            known = text(StandardCharsets.ISO_8859_1);
            text = known;
        }
        return known;
    }

    /** The first 15 octets read in an OEM code page, without the padding. */
    public String text(Charset oem) {
        Octets octets = octets();
        int end = MAX_TEXT_LENGTH;
        while (end > 0 && (octets.get(end - 1) == ' ' || octets.get(end - 1) == 0)) {
            end--;
        }
        return octets.slice(0, end).text(oem);
    }

    /** Whether the first 15 characters are the same without regard to case, suffix and scope. */
    public boolean hasSameTextAs(NetBiosName other) {
        long differences = (high ^ other.high) | ((low ^ other.low) & ~SUFFIX);
        // Small and capital letters differ in that one bit, and so do the two octets for padding.
        return (differences & ~CASE) == 0 && (differences == 0 || text().equalsIgnoreCase(other.text()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetBiosName name && high == name.high && low == name.low && scope.equals(name.scope);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Long.hashCode(high) + Long.hashCode(low)) + scope.hashCode();
    }

    /** {@code NAME<1C>}, or {@code NAME<1C>.SCOPE}; whatever is not printable ASCII as {@code \x07}. */
    @Override
    public String toString() {
        StringBuilder shown = new StringBuilder();
        for (char c : text().toCharArray()) {
            shown.append(
                    c >= ' ' && c < 0x7F && c != '\\'
                            ? String.valueOf(c)
                            : String.format(Locale.ROOT, "\\x%02x", (int) c));
        }
        shown.append(suffix());
        return scope.isEmpty()
                ? shown.toString()
                : shown.append('.').append(scope).toString();
    }
}
