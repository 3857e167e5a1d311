package io.mailslot4j.protocol.name;

import io.mailslot4j.protocol.wire.Unsigned;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The sixteenth octet of a NetBIOS name, which tells what kind of name it is. Any octet is a suffix; the constants are
 * those with a known meaning for mailslots (MS-NBTE section 1.8, MS-MAIL section 3.2.3).
 *
 * @param value 0 to 255
 */
public record NameSuffix(int value) {
    /** {@code <00>}: a computer (unique), or a domain or workgroup (group). Mailslot writes go here. */
    public static final NameSuffix WORKSTATION = new NameSuffix(0x00);
    /** {@code <01>}: of {@code __MSBROWSE__}, the group of all master browsers. */
    public static final NameSuffix MASTER_BROWSERS = new NameSuffix(0x01);
    /** {@code <03>}: the messenger service of a computer or user. */
    public static final NameSuffix MESSENGER = new NameSuffix(0x03);
    /** {@code <1B>}: the domain master browser, which is the primary domain controller. */
    public static final NameSuffix DOMAIN_MASTER_BROWSER = new NameSuffix(0x1B);
    /** {@code <1C>}: the domain controllers of a domain (group). */
    public static final NameSuffix DOMAIN_CONTROLLERS = new NameSuffix(0x1C);
    /** {@code <1D>}: the local master browser. */
    public static final NameSuffix LOCAL_MASTER_BROWSER = new NameSuffix(0x1D);
    /** {@code <1E>}: the browsers that take part in elections (group). */
    public static final NameSuffix BROWSER_ELECTIONS = new NameSuffix(0x1E);
    /** {@code <20>}: the file server of a computer. */
    public static final NameSuffix SERVER = new NameSuffix(0x20);

    /** Checks the range. */
    public NameSuffix {
        Unsigned.check8(value, "name suffix");
    }

    /**
     * Reads one or two hexadecimal digits.
     *
     * @throws IllegalArgumentException if {@code hex} is anything else
     */
    public static NameSuffix parse(String hex) {
        if (!hex.matches("\\p{XDigit}{1,2}")) {
            throw new IllegalArgumentException("'" + hex + "' is not a name suffix: two hexadecimal digits such as 1C");
        }
        return new NameSuffix(Integer.parseInt(hex, 16));
    }

    /** Two lower-case hexadecimal digits. */
    public String toHex() {
        return HexFormat.of().toHexDigits((byte) value);
    }

    // Written out: what a record has of itself is made when it is first asked, and the start of a command feels that.
    @Override
    public boolean equals(Object other) {
        return other instanceof NameSuffix same && same.value == value;
    }

    @Override
    public int hashCode() {
        return value;
    }

    /** The form in angle brackets, such as {@code <1C>}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "<%02X>", value);
    }
}
