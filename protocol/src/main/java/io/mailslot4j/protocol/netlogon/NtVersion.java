package io.mailslot4j.protocol.netlogon;

import java.util.ArrayList;
import java.util.List;

/**
 * NETLOGON_NT_VERSION: which forms of an answer the sender knows, or which form this answer has (MS-ADTS section 6.3.1.1).
 *
 * @param bits all 32, unknown ones included
 */
public record NtVersion(int bits) {
    /** Any form. */
    public static final int V1 = 0x0000_0001;
    /** The form with GUIDs and names of DNS. */
    public static final int V5 = 0x0000_0002;
    /** The extended form. */
    public static final int V5EX = 0x0000_0004;
    /** The extended form with an address. */
    public static final int V5EX_WITH_IP = 0x0000_0008;
    /** The extended form with the closest site. */
    public static final int WITH_CLOSEST_SITE = 0x0000_0010;
    /** Do not play a domain controller of NT 4. */
    public static final int AVOID_NT4EMUL = 0x0100_0000;
    /** A primary domain controller is wanted. */
    public static final int PDC = 0x1000_0000;
    /** Obsolete. */
    public static final int IP = 0x2000_0000;
    /** The sender is on the same machine. */
    public static final int LOCAL = 0x4000_0000;
    /** A global catalog is wanted. */
    public static final int GC = 0x8000_0000;

    private static final List<Integer> BITS =
            List.of(V1, V5, V5EX, V5EX_WITH_IP, WITH_CLOSEST_SITE, AVOID_NT4EMUL, PDC, IP, LOCAL, GC);
    private static final List<String> NAMES = List.of(
            "v1", "v5", "v5ex", "v5ex-with-ip", "with-closest-site", "avoid-nt4emul", "pdc", "ip", "local", "gc");

    /** Whether a bit, one of the constants, is set. */
    public boolean has(int bit) {
        return (bits & bit) != 0;
    }

    /** The names of the known bits that are set, in lower case with hyphens. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < BITS.size(); i++) {
            if (has(BITS.get(i))) {
                names.add(NAMES.get(i));
            }
        }
        return names;
    }
}
