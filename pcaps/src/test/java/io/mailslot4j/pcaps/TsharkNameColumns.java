package io.mailslot4j.pcaps;

import static io.mailslot4j.pcaps.TsharkText.decimal;
import static io.mailslot4j.pcaps.TsharkText.flag;
import static io.mailslot4j.pcaps.TsharkText.hex;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NameQuestion;
import io.mailslot4j.protocol.nameservice.NameServiceFlags;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NodeName;
import io.mailslot4j.protocol.nameservice.Opcode;
import io.mailslot4j.protocol.nameservice.RecordData;
import io.mailslot4j.protocol.nameservice.RecordData.Addresses;
import io.mailslot4j.protocol.nameservice.RecordData.NodeStatus;
import io.mailslot4j.protocol.nameservice.RecordData.Owner;
import io.mailslot4j.protocol.nameservice.RecordType;
import io.mailslot4j.protocol.nameservice.ResourceRecord;
import io.mailslot4j.protocol.wire.PacketReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What we see in a packet of the name service, in the columns of tshark and in its spelling: one value for each question
 * and record that has such a field.
 */
final class TsharkNameColumns {
    private static final List<String> COLUMNS = List.of(
            "nbns.id",
            "nbns.flags",
            "nbns.flags.response",
            "nbns.flags.opcode",
            "nbns.flags.rcode",
            "nbns.count.queries",
            "nbns.count.answers",
            "nbns.count.auth_rr",
            "nbns.count.add_rr",
            "nbns.name",
            "nbns.type",
            "nbns.class",
            "nbns.ttl",
            "nbns.data_length",
            "nbns.nb_flags",
            "nbns.addr",
            "nbns.number_of_names",
            "nbns.netbios_name",
            "nbns.name_flags",
            "nbns.unit_id");
    private static final Map<Integer, String> ROLES = Map.of(
            0x00, "Workstation/Redirector",
            0x01, "Browser",
            0x03, "Messenger service/Main name",
            0x1B, "Domain Master Browser",
            0x1C, "Domain Controllers",
            0x1D, "Local Master Browser",
            0x1E, "Browser Election Service",
            0x20, "Server service",
            0xBE, "Network Monitor Agent",
            0xBF, "Network Monitor Analyzer");
    private static final int HARDWARE_ADDRESS = 6;

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private TsharkNameColumns() {
        COLUMNS.forEach(column -> values.put(column, new ArrayList<>()));
    }

    static Map<String, String> of(NameServicePacket packet) {
        TsharkNameColumns columns = new TsharkNameColumns();
        columns.addHeader(packet);
        packet.questions().forEach(columns::add);
        boolean waits = packet.flags().opcode().equals(Opcode.WACK);
        packet.answers().forEach(answer -> columns.add(answer, waits));
        packet.authorities().forEach(authority -> columns.add(authority, waits));
        packet.additional().forEach(additional -> columns.add(additional, waits));
        Map<String, String> joined = new LinkedHashMap<>();
        columns.values.forEach((column, values) -> joined.put(column, String.join("|", values)));
        return joined;
    }

    private void addHeader(NameServicePacket packet) {
        put("nbns.id", hex(4, packet.id()));
        add(packet.flags());
        if (packet.flags().response()) {
            put("nbns.flags.rcode", decimal(packet.flags().code().value()));
        }
        put("nbns.count.queries", decimal(packet.questions().size()));
        put(
                "nbns.count.answers",
                decimal(packet.answerNotCounted() ? 0 : packet.answers().size()));
        put("nbns.count.auth_rr", decimal(packet.authorities().size()));
        put("nbns.count.add_rr", decimal(packet.additional().size()));
    }

    private void add(NameServiceFlags flags) {
        put("nbns.flags", hex(4, flags.value()));
        put("nbns.flags.response", flag(flags.response()));
        put("nbns.flags.opcode", decimal(flags.opcode().value()));
    }

    private void add(NameQuestion question) {
        put("nbns.name", TsharkText.name(question.name().name()));
        put("nbns.type", decimal(question.type().value()));
        put("nbns.class", decimal(question.recordClass()));
    }

    private void add(ResourceRecord answer, boolean waits) {
        boolean address = answer.type().equals(RecordType.NB);
        NetBiosName name = answer.name().name();
        put("nbns.name", address ? TsharkText.name(name) + " (" + role(name) + ")" : TsharkText.name(name));
        put("nbns.type", decimal(answer.type().value()));
        put("nbns.class", decimal(answer.recordClass()));
        put("nbns.ttl", Integer.toUnsignedString(answer.ttl()));
        put("nbns.data_length", decimal(answer.data().encode().size()));
        if (address && waits) {
            addRequestFlags(answer.data().encode());
        } else {
            add(answer.data());
        }
    }

    private static String role(NetBiosName name) {
        return ROLES.getOrDefault(name.suffix().value(), "Unknown");
    }

    /** What one must wait for: RFC 1002 section 4.2.16. */
    private void addRequestFlags(Octets data) {
        PacketReader in = new PacketReader(data, 0);
        while (in.remaining() > 1) {
            add(new NameServiceFlags(in.u16("flags of the request")));
        }
    }

    private void add(RecordData data) {
        if (data instanceof Addresses addresses) {
            for (Owner owner : addresses.owners()) {
                put("nbns.nb_flags", hex(4, owner.flags().value()));
                put("nbns.addr", owner.address().toString());
            }
        } else if (data instanceof NodeStatus status) {
            put("nbns.number_of_names", decimal(status.names().size()));
            for (NodeName name : status.names()) {
                put("nbns.netbios_name", TsharkText.nameWithoutSuffix(name.name()));
                put("nbns.name_flags", hex(4, name.flags()));
            }
            if (status.statistics().size() >= HARDWARE_ADDRESS) {
                String digits = status.statistics().slice(0, HARDWARE_ADDRESS).toHex();
                put("nbns.unit_id", digits.replaceAll("..(?=.)", "$0:"));
            }
        }
    }

    private void put(String column, String value) {
        values.computeIfAbsent(column, unknown -> {
                    throw new AssertionError(unknown + " is no column");
                })
                .add(value);
    }
}
