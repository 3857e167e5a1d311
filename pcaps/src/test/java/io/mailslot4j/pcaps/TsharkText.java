package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.name.NetBiosName;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How tshark spells numbers and names. */
final class TsharkText {
    private TsharkText() {}

    static String decimal(int value) {
        return Integer.toString(value);
    }

    static String hex(int digits, int value) {
        return String.format(Locale.ROOT, "0x%0" + digits + "x", value);
    }

    static String flag(boolean set) {
        return set ? "1" : "0";
    }

    /** The name, its suffix as {@code <1c>}, and its scope behind a dot. */
    static String name(NetBiosName name) {
        String shown = nameWithoutSuffix(name) + '<' + name.suffix().toHex() + '>';
        return name.scope().isEmpty() ? shown : shown + '.' + name.scope();
    }

    /** Printable characters as they are and others as {@code <02>}, without padding by spaces unless there is only that. */
    static String nameWithoutSuffix(NetBiosName name) {
        StringBuilder shown = new StringBuilder();
        String text = name.octets().slice(0, NetBiosName.MAX_TEXT_LENGTH).text(StandardCharsets.ISO_8859_1);
        for (char c : text.replaceFirst("(?<=[^ ]) +$", "").toCharArray()) {
            shown.append(c >= ' ' && c <= '~' ? String.valueOf(c) : String.format(Locale.ROOT, "<%02x>", (int) c));
        }
        return shown.toString();
    }
}
