package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line with an entry: {@code ADDRESS NAME}, and what is said about it.
 *
 * @param names those that the address has, upper-cased
 * @param groups those that it is a member of
 * @param preload whether {@code names} go into the name cache for good
 * @param multihomed whether further lines may give {@code names} more addresses
 */
record LmHostsLine(
        Ipv4Address address, List<NetBiosName> names, List<NetBiosName> groups, boolean preload, boolean multihomed) {
    // A suffix in Samba's way adjoins the name. All else behind a # is Windows' way, or a comment.
    private static final Pattern LINE = Pattern.compile(
            "(?<address>[^\\s#]+)\\s+(?:\"(?<quoted>[^\"]*)\"|(?<plain>[^\\s#\"]+))(?=[\\s#]|\\z)"
                    + "(?:#(?<suffix>\\p{XDigit}{1,2})(?=[\\s#]|\\z))?(?<fields>[^#]*)(?<tags>.*)",
            Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile(
            "\\G\\s*#(?:(?<flag>PRE|MH|NOFNR)|(?<kind>DOM|SG):(?<group>[^\\s#]+))(?=[\\s#]|\\z)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OCTET =
            Pattern.compile("\\G(?:\\\\0x(?<hex>\\p{XDigit}{2})|(?<ascii>[\\x00-\\x7F&&[^\\\\]]))");
    private static final List<NameSuffix> OF_A_COMPUTER =
            List.of(NameSuffix.WORKSTATION, NameSuffix.MESSENGER, NameSuffix.SERVER);

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException with the reason, if it is not an entry; the reason may quote the line
     */
    static LmHostsLine parse(String line) {
        Matcher form = LINE.matcher(line);
        if (!form.matches()) {
            throw new IllegalArgumentException("not an address and a name with a blank between");
        }
        checkFields(form.group("fields").strip());
        List<NetBiosName> groups = new ArrayList<>();
        boolean preload = false;
        boolean multihomed = false;
        for (Matcher tag = TAG.matcher(form.group("tags")); tag.find(); ) {
            if (tag.group("flag") == null) {
                groups.add(NetBiosName.of(
                        tag.group("group"),
                        tag.group("kind").equalsIgnoreCase("DOM") ? NameSuffix.DOMAIN_CONTROLLERS : NameSuffix.SERVER));
            } else {
                preload |= tag.group("flag").equalsIgnoreCase("PRE");
                multihomed |= tag.group("flag").equalsIgnoreCase("MH");
            }
        }
        return new LmHostsLine(Ipv4Address.parse(form.group("address")), names(form), groups, preload, multihomed);
    }

    /** Samba once had flags in a third column. It passes over lines of groups, and lines with still more columns. */
    private static void checkFields(String fields) {
        if (fields.split("\\s+", -1).length > 1) {
            throw new IllegalArgumentException("has more than three columns");
        }
        if (fields.indexOf('G') >= 0 || fields.indexOf('S') >= 0) {
            throw new IllegalArgumentException("has the obsolete flags '" + fields + "' of a group");
        }
    }

    private static List<NetBiosName> names(Matcher form) {
        NetBiosName name;
        if (form.group("quoted") == null) {
            name = NetBiosName.of(form.group("plain"), NameSuffix.WORKSTATION);
        } else {
            byte[] octets = octets(form.group("quoted"));
            name = LmHosts.folded(NetBiosName.ofOctets(Octets.wrap(padded(octets))));
            if (octets.length == NetBiosName.LENGTH) {
                return List.of(name);
            }
        }
        return form.group("suffix") == null
                ? OF_A_COMPUTER.stream().map(name::with).toList()
                : List.of(name.with(NameSuffix.parse(form.group("suffix"))));
    }

    private static byte[] octets(String quoted) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        int end = 0;
        boolean hexLast = false;
        for (Matcher octet = OCTET.matcher(quoted); octet.find(); end = octet.end()) {
            hexLast = octet.group("hex") != null;
            octets.write(
                    hexLast
                            ? Integer.parseInt(octet.group("hex"), 16)
                            : octet.group("ascii").charAt(0));
        }
        if (end < quoted.length()) {
            throw new IllegalArgumentException(
                    "name \"" + quoted + "\" has a character that must be written as \\0x and two hexadecimal digits");
        }
        // Nobody ends a name on such an octet unless it is meant for a suffix: the blanks before it are miscounted.
        if (octets.size() == 0
                || octets.size() > NetBiosName.LENGTH
                || (hexLast && octets.size() < NetBiosName.LENGTH)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "name \"%s\" has %d octets, but must have 1 to 15, or 16 with a suffix",
                    quoted,
                    octets.size()));
        }
        return octets.toByteArray();
    }

    private static byte[] padded(byte[] octets) {
        byte[] name = " ".repeat(NetBiosName.LENGTH).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(octets, 0, name, 0, octets.length);
        return name;
    }
}
