package io.mailslot4j.cli.captures;

import io.mailslot4j.cli.output.Json;
import io.mailslot4j.cli.output.NameJson;
import io.mailslot4j.cli.output.NameWords;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NameServiceFlags;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NameServicePacketKind;
import io.mailslot4j.protocol.nameservice.RecordData;
import io.mailslot4j.protocol.nameservice.ResourceRecord;
import io.mailslot4j.protocol.nameservice.ResponseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A packet of the name service.
 *
 * @param packet the packet, unless that could not be read
 * @param trouble why it could not
 */
record NamePacketBody(Optional<NameServicePacket> packet, Optional<MalformedPacketException> trouble)
        implements FrameBody {

    /** @param notes takes what is odd */
    static NamePacketBody decode(Octets payload, List<String> notes) {
        try {
            NameServicePacket packet = NameServicePacket.decode(payload);
            notes.addAll(oddities(packet));
            return new NamePacketBody(Optional.of(packet), Optional.empty());
        } catch (MalformedPacketException e) {
            return new NamePacketBody(Optional.empty(), Optional.of(e));
        }
    }

    private static List<String> oddities(NameServicePacket packet) {
        List<String> odd = new ArrayList<>();
        if (packet.kind() == NameServicePacketKind.UNKNOWN) {
            odd.add("opcode " + packet.flags().opcode().value());
        }
        if (packet.flags().has(NameServiceFlags.TRUNCATED)) {
            odd.add("said to be truncated");
        }
        if (packet.questions().size() > 1) {
            odd.add((packet.questions().size() - 1) + " more questions");
        }
        if (packet.answerNotCounted()) {
            odd.add("the answer is not counted");
        }
        if (!packet.trailing().isEmpty()) {
            odd.add(packet.trailing().size() + " octets behind the packet");
        }
        return odd;
    }

    @Override
    public List<String> pieces() {
        return packet.map(NamePacketBody::describe).orElse(List.of());
    }

    private static List<String> describe(NameServicePacket packet) {
        List<String> pieces = new ArrayList<>();
        ResponseCode code = packet.flags().code();
        pieces.add(packet.kind() + (code.equals(ResponseCode.SUCCESS) ? "" : " " + code));
        packet.subject().ifPresent(name -> pieces.add(name.toString()));
        Stream.of(packet.answers(), packet.authorities(), packet.additional())
                .flatMap(List::stream)
                .map(NamePacketBody::describe)
                .filter(text -> !text.isEmpty())
                .forEach(pieces::add);
        return pieces;
    }

    private static String describe(ResourceRecord entry) {
        String data = describe(entry.data());
        String ttl = entry.ttl() == 0 ? "" : "ttl " + Integer.toUnsignedString(entry.ttl());
        return data.isEmpty() || ttl.isEmpty() ? data + ttl : data + ", " + ttl;
    }

    private static String describe(RecordData data) {
        if (data instanceof RecordData.Addresses addresses) {
            return addresses.owners().stream()
                    .map(o -> o.address() + " " + NameWords.kind(o.flags().group()))
                    .collect(Collectors.joining(", "));
        }
        if (data instanceof RecordData.NodeStatus status) {
            return status.names().stream()
                    .map(n -> n.name() + " " + NameWords.kind(n.group()))
                    .collect(Collectors.joining(", "));
        }
        return data.encode().toHex();
    }

    @Override
    public Optional<String> kind() {
        return packet.map(p -> p.kind().toString());
    }

    @Override
    public Optional<NetBiosName> from() {
        return Optional.empty();
    }

    @Override
    public Optional<NetBiosName> to() {
        return packet.flatMap(NameServicePacket::subject);
    }

    @Override
    public Optional<MailslotWrite> write() {
        return Optional.empty();
    }

    @Override
    public void putInto(Json json, Function<NetBiosName, Json> names) {
        packet.ifPresent(p -> put(json, p));
    }

    private static void put(Json json, NameServicePacket packet) {
        json.put("kind", packet.kind().toString()).put("id", packet.id());
        ResponseCode code = packet.flags().code();
        if (!code.equals(ResponseCode.SUCCESS)) {
            json.put("rcode", code.value()).put("meaning", code.toString());
        }
        json.put("broadcast", packet.flags().has(NameServiceFlags.BROADCAST));
        packet.questions().stream().findFirst().ifPresent(q -> json.put("question", NameJson.question(q)));
        put(json, "answers", packet.answers());
        put(json, "authorities", packet.authorities());
        put(json, "additional", packet.additional());
    }

    private static void put(Json json, String key, List<ResourceRecord> records) {
        if (!records.isEmpty()) {
            json.putObjects(key, records.stream().map(NameJson::record).toList());
        }
    }
}
