package io.mailslot4j.cli.output;

import io.mailslot4j.protocol.nameservice.NodeName;
import io.mailslot4j.protocol.nameservice.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words for what the name service's packets have numbers for. */
public final class NameWords {
    private NameWords() {}

    /** A group name or a unique one. */
    public static String kind(boolean group) {
        return group ? "group" : "unique";
    }

    /** As RFC 1002 calls it, or the number. */
    static String type(RecordType type) {
        return switch (type.value()) {
            case 0x01 -> "A";
            case 0x02 -> "NS";
            case 0x0A -> "NULL";
            case 0x20 -> "NB";
            case 0x21 -> "NBSTAT";
            default -> String.format(Locale.ROOT, "0x%04x", type.value());
        };
    }

    /** In what state a name is. */
    public static List<String> flags(NodeName name) {
        List<String> flags = new ArrayList<>();
        if (name.has(NodeName.ACTIVE)) {
            flags.add("active");
        }
        if (name.has(NodeName.CONFLICT)) {
            flags.add("conflict");
        }
        if (name.has(NodeName.DEREGISTERING)) {
            flags.add("deregistering");
        }
        if (name.has(NodeName.PERMANENT)) {
            flags.add("permanent");
        }
        return flags;
    }
}
