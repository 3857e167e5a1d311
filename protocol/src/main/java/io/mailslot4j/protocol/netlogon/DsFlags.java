package io.mailslot4j.protocol.netlogon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * DS_FLAG: what a domain controller offers (MS-ADTS section 6.3.1.2).
 *
 * @param bits all 32, unknown ones included
 */
public record DsFlags(int bits) {
    /** The primary domain controller. */
    public static final int PDC = 0x0000_0001;
    /** A global catalog. */
    public static final int GC = 0x0000_0004;
    /** LDAP. */
    public static final int LDAP = 0x0000_0008;
    /** A directory. */
    public static final int DS = 0x0000_0010;
    /** Kerberos. */
    public static final int KDC = 0x0000_0020;
    /** The time. */
    public static final int TIMESERV = 0x0000_0040;
    /** In the client's own site. */
    public static final int CLOSEST = 0x0000_0080;
    /** Its directory can be written to. */
    public static final int WRITABLE = 0x0000_0100;

    private static final Map<Integer, String> NAMES = new TreeMap<>(Map.ofEntries(
            Map.entry(PDC, "pdc"),
            Map.entry(GC, "gc"),
            Map.entry(LDAP, "ldap"),
            Map.entry(DS, "ds"),
            Map.entry(KDC, "kdc"),
            Map.entry(TIMESERV, "timeserv"),
            Map.entry(CLOSEST, "closest"),
            Map.entry(WRITABLE, "writable"),
            Map.entry(0x0000_0200, "good-timeserv"),
            Map.entry(0x0000_0400, "ndnc"),
            Map.entry(0x0000_0800, "select-secret-domain-6"),
            Map.entry(0x0000_1000, "full-secret-domain-6"),
            Map.entry(0x0000_2000, "ws"),
            Map.entry(0x0000_4000, "ds-8"),
            Map.entry(0x0000_8000, "ds-9"),
            Map.entry(0x2000_0000, "dns-controller"),
            Map.entry(0x4000_0000, "dns-domain"),
            Map.entry(0x8000_0000, "dns-forest")));

    /** Whether a bit, one of the constants, is set. */
    public boolean has(int bit) {
        return (bits & bit) != 0;
    }

    /** The names of the known bits that are set, in lower case with hyphens. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        NAMES.forEach((bit, name) -> {
            if (has(bit)) {
                names.add(name);
            }
        });
        return names;
    }
}
