package io.mailslot4j.cli.names;

import io.mailslot4j.protocol.name.NetBiosName;

/** What names with well-known suffixes stand for (MS-BRWS section 2.1.1, MS-NBTE section 1.8). */
final class NameMeaning {
    private NameMeaning() {}

    /** In words; empty where it is not known. */
    static String of(NetBiosName name, boolean group) {
        return group ? ofGroup(name) : ofUnique(name.suffix().value());
    }

    private static String ofGroup(NetBiosName name) {
        return switch (name.suffix().value()) {
            case 0x00 -> "domain or workgroup";
            case 0x01 -> name.hasSameTextAs(NetBiosName.MSBROWSE) ? "master browsers" : "";
            case 0x1C -> name.text().equals("INet~Services") ? "web servers (IIS)" : "domain controllers";
            case 0x1E -> "browser elections";
            case 0x20 -> "internet group";
            case 0x2F, 0x33 -> "Lotus Notes";
            default -> "";
        };
    }

    private static String ofUnique(int suffix) {
        return switch (suffix) {
            case 0x00 -> "computer";
            case 0x01, 0x03 -> "messenger";
            case 0x06 -> "remote access server";
            case 0x1B -> "domain master browser";
            case 0x1D -> "local master browser";
            case 0x1F -> "NetDDE";
            case 0x20 -> "file server";
            case 0x21 -> "remote access client";
            case 0x22, 0x23, 0x24, 0x6A, 0x87 -> "Exchange";
            case 0x2B -> "Lotus Notes";
            case 0x30, 0x31 -> "modem sharing";
            case 0x42 -> "McAfee";
            case 0x43, 0x44, 0x45, 0x46 -> "SMS remote tools";
            case 0x4C, 0x52 -> "DEC Pathworks";
            case 0xBE -> "Network Monitor agent";
            case 0xBF -> "Network Monitor";
            default -> "";
        };
    }
}
