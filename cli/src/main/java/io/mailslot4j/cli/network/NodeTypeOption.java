package io.mailslot4j.cli.network;

import io.mailslot4j.cli.arguments.Value;
import io.mailslot4j.protocol.datagram.NodeType;
import java.util.Locale;

/** The option that says how names are found. */
final class NodeTypeOption {
    static final Value<NodeType> NODE_TYPE = Value.of(
            "--node-type",
            "B|P|M|H",
            "How names are found: B by broadcast, P by WINS, M by broadcast first, H by WINS first."
                    + " Default: H with WINS, else B.",
            NodeTypeOption::parse);

    private NodeTypeOption() {}

    private static NodeType parse(String letter) {
        return switch (letter.toUpperCase(Locale.ROOT)) {
            case "B" -> NodeType.B;
            case "P" -> NodeType.P;
            case "M" -> NodeType.M;
            case "H" -> NodeType.H;
            default -> throw new IllegalArgumentException("'" + letter + "' is not B, P, M or H");
        };
    }
}
