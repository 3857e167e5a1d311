package io.mailslot4j.interop.lab;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NodeName;
import io.mailslot4j.protocol.nameservice.RecordData;
import io.mailslot4j.protocol.nameservice.RecordData.Owner;
import io.mailslot4j.protocol.nameservice.ResourceRecord;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a packet of the name service says, and what tshark calls that. Numbers are decimal; where several questions,
 * records, owners or names have a field, there is a {@code |} between the values.
 */
public enum NamePacketField {
    ID("nbns.id", p -> Stream.of(p.id())),
    FLAGS("nbns.flags", p -> Stream.of(p.flags().value())),
    QUESTIONS("nbns.count.queries", p -> Stream.of(p.questions().size())),
    ANSWERS("nbns.count.answers", p -> Stream.of(p.answers().size())),
    AUTHORITIES("nbns.count.auth_rr", p -> Stream.of(p.authorities().size())),
    ADDITIONAL("nbns.count.add_rr", p -> Stream.of(p.additional().size())),
    NAME(
            "nbns.name",
            p -> Stream.concat(
                            p.questions().stream().map(q -> q.name().name()),
                            records(p).map(r -> r.name().name()))
                    .map(NamePacketField::text)),
    TYPE(
            "nbns.type",
            p -> Stream.concat(
                    p.questions().stream().map(q -> q.type().value()),
                    records(p).map(r -> r.type().value()))),
    CLASS(
            "nbns.class",
            p -> Stream.concat(
                    p.questions().stream().map(q -> q.recordClass()), records(p).map(ResourceRecord::recordClass))),
    TTL("nbns.ttl", p -> records(p).map(r -> Integer.toUnsignedString(r.ttl()))),
    LENGTH("nbns.data_length", p -> records(p).map(r -> r.data().encode().size())),
    NB_FLAGS("nbns.nb_flags", p -> owners(p).map(o -> o.flags().value())),
    NB_ADDRESS("nbns.addr", p -> owners(p).map(Owner::address)),
    NUMBER_OF_NAMES("nbns.number_of_names", p -> statuses(p).map(s -> s.names().size())),
    NODE_NAME("nbns.netbios_name", p -> nodeNames(p).map(n -> withoutSuffix(n.name()))),
    NAME_FLAGS("nbns.name_flags", p -> nodeNames(p).map(NodeName::flags)),
    UNIT_ID(
            "nbns.unit_id",
            p -> statuses(p).map(s -> s.statistics().slice(0, 6).toHex().replaceAll("..(?=.)", "$0:")));

    private final String tsharkName;

    @SuppressWarnings("ImmutableEnumChecker") // These functions have no state.
    private final Function<NameServicePacket, Stream<?>> ours;

    NamePacketField(String tsharkName, Function<NameServicePacket, Stream<?>> ours) {
        this.tsharkName = tsharkName;
        this.ours = ours;
    }

    /** What tshark calls it. */
    String tsharkName() {
        return tsharkName;
    }

    /** What a packet says by our own reading. */
    public static Map<NamePacketField, String> read(Octets packet) {
        NameServicePacket read = NameServicePacket.decode(packet);
        Map<NamePacketField, String> fields = new EnumMap<>(NamePacketField.class);
        for (NamePacketField field : values()) {
            fields.put(field, field.ours.apply(read).map(Object::toString).collect(Collectors.joining("|")));
        }
        return fields;
    }

    /** What a program says that names the fields in the order in which they stand here. */
    static Map<NamePacketField, String> inOrder(List<String> values) {
        Map<NamePacketField, String> fields = new EnumMap<>(NamePacketField.class);
        Iterator<String> next = values.iterator();
        for (NamePacketField field : values()) {
            fields.put(field, next.next());
        }
        return fields;
    }

    private static Stream<ResourceRecord> records(NameServicePacket packet) {
        return Stream.of(packet.answers(), packet.authorities(), packet.additional())
                .flatMap(List::stream);
    }

    private static Stream<Owner> owners(NameServicePacket packet) {
        return records(packet)
                .map(ResourceRecord::data)
                .filter(RecordData.Addresses.class::isInstance)
                .flatMap(data -> ((RecordData.Addresses) data).owners().stream());
    }

    private static Stream<RecordData.NodeStatus> statuses(NameServicePacket packet) {
        return records(packet)
                .map(ResourceRecord::data)
                .filter(RecordData.NodeStatus.class::isInstance)
                .map(RecordData.NodeStatus.class::cast);
    }

    private static Stream<NodeName> nodeNames(NameServicePacket packet) {
        return statuses(packet).flatMap(status -> status.names().stream());
    }

    /** {@code NAME<1c>}, with {@code .SCOPE} behind it if there is one. */
    private static String text(NetBiosName name) {
        String scope = name.scope().isEmpty() ? "" : "." + name.scope();
        return withoutSuffix(name) + '<' + name.suffix().toHex() + '>' + scope;
    }

    /** Control characters as {@code <01>}. */
    private static String withoutSuffix(NetBiosName name) {
        StringBuilder shown = new StringBuilder();
        String text = name.octets().slice(0, NetBiosName.MAX_TEXT_LENGTH).text(StandardCharsets.ISO_8859_1);
        for (char c : text.stripTrailing().toCharArray()) {
            shown.append(c < ' ' ? String.format("<%02x>", (int) c) : String.valueOf(c));
        }
        return shown.toString().replaceFirst("^\\*(<00>)+", "*");
    }
}
