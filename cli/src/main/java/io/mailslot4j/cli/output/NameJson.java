package io.mailslot4j.cli.output;

import io.mailslot4j.protocol.nameservice.NameQuestion;
import io.mailslot4j.protocol.nameservice.NodeName;
import io.mailslot4j.protocol.nameservice.RecordData;
import io.mailslot4j.protocol.nameservice.ResourceRecord;

/** The parts of the name service's packets as the JSON of all commands has them. */
public final class NameJson {
    private NameJson() {}

    /** What is asked. */
    public static Json question(NameQuestion question) {
        return WireJson.name(question.name().name()).put("type", NameWords.type(question.type()));
    }

    /** What is told. Data without a form of its own are hex. */
    public static Json record(ResourceRecord entry) {
        Json json = WireJson.name(entry.name().name())
                .put("type", NameWords.type(entry.type()))
                .put("ttl", Integer.toUnsignedLong(entry.ttl()));
        if (entry.data() instanceof RecordData.Addresses addresses) {
            return json.putObjects(
                    "owners", addresses.owners().stream().map(NameJson::owner).toList());
        }
        if (entry.data() instanceof RecordData.NodeStatus status) {
            return json.putObjects(
                            "names",
                            status.names().stream().map(NameJson::nodeName).toList())
                    .put("statistics", status.statistics());
        }
        return json.put("data", entry.data().encode());
    }

    private static Json owner(RecordData.Owner owner) {
        return new Json()
                .put("address", owner.address().toString())
                .put("group", owner.flags().group())
                .put("nodeType", owner.flags().nodeType().name());
    }

    /** One of the names that a host has. */
    public static Json nodeName(NodeName name) {
        return WireJson.name(name.name())
                .put("group", name.group())
                .put("nodeType", name.nodeType().name())
                .put("flags", NameWords.flags(name));
    }
}
