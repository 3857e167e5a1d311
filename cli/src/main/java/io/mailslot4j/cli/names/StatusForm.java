package io.mailslot4j.cli.names;

import io.mailslot4j.cli.output.Json;
import io.mailslot4j.cli.output.NameJson;
import io.mailslot4j.cli.output.NameWords;
import io.mailslot4j.cli.output.WireJson;
import io.mailslot4j.nameservice.NodeStatus;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.nameservice.NodeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The names that a host has, for people or for programs. */
final class StatusForm {
    private StatusForm() {}

    /** A table, with the host above it. */
    static List<String> table(NodeStatus status) {
        int nameWidth = width(status, NodeName::name);
        int stateWidth = width(status, StatusForm::state);
        String row = "  %-" + nameWidth + "s  %-6s  %s-node  %-" + stateWidth + "s  %s";
        List<String> lines = new ArrayList<>();
        lines.add(WireJson.endpoint(status.host()) + (status.names().isEmpty() ? " has no names" : ""));
        status.names()
                .forEach(n -> lines.add(String.format(
                                Locale.ROOT,
                                row,
                                n.name(),
                                NameWords.kind(n.group()),
                                n.nodeType(),
                                state(n),
                                NameMeaning.of(n.name(), n.group()))
                        .stripTrailing()));
        if (status.truncated()) {
            lines.add("  and more, which did not fit into its answer");
        }
        status.hardwareAddress().ifPresent(mac -> lines.add("  MAC address " + hyphenated(mac)));
        return lines;
    }

    /** At least 1, which is what a format needs. */
    private static int width(NodeStatus status, Function<NodeName, Object> column) {
        return status.names().stream()
                .mapToInt(n -> column.apply(n).toString().length())
                .reduce(1, Math::max);
    }

    private static String state(NodeName name) {
        return String.join(", ", NameWords.flags(name));
    }

    private static String hyphenated(Octets mac) {
        return mac.toHex().replaceAll("(..)(?!$)", "$1-");
    }

    /** A JSON object. */
    static String json(NodeStatus status) {
        Json json = new Json()
                .put("host", WireJson.endpoint(status.host()))
                .putObjects(
                        "names", status.names().stream().map(StatusForm::json).toList());
        if (status.truncated()) {
            json.put("truncated", true);
        }
        status.hardwareAddress().ifPresent(mac -> json.put("mac", hyphenated(mac)));
        return json.toString();
    }

    private static Json json(NodeName name) {
        String meaning = NameMeaning.of(name.name(), name.group());
        Json json = NameJson.nodeName(name);
        return meaning.isEmpty() ? json : json.put("meaning", meaning);
    }
}
