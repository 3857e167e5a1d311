package io.mailslot4j.cli.captures;

import io.mailslot4j.cli.output.Json;
import io.mailslot4j.cli.output.Shown;
import io.mailslot4j.cli.payloads.PayloadView;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.datagram.DatagramError;
import io.mailslot4j.protocol.datagram.DatagramFragment;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.DatagramQuery;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.name.NetBiosName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A packet of the datagram service.
 *
 * @param packet the packet, unless that could not be read
 * @param datagram the datagram that is complete with this packet, put together if need be
 * @param write the mailslot write in that
 * @param trouble why the next of these is missing
 */
public record DatagramBody(
        Optional<DatagramMessage> packet,
        Optional<NetBiosDatagram> datagram,
        Optional<MailslotWrite> write,
        Optional<MalformedPacketException> trouble)
        implements FrameBody {
    @Override
    public List<String> pieces() {
        List<String> pieces = new ArrayList<>();
        packet.map(DatagramBody::describe).ifPresent(pieces::add);
        names().map(d -> d.source() + " → " + d.destination()).ifPresent(pieces::add);
        write.ifPresent(w -> {
            pieces.add(Shown.slot(w.slot()));
            pieces.add(PayloadView.gist(w));
        });
        return pieces;
    }

    private static String describe(DatagramMessage packet) {
        String kind = kind(packet.header().type());
        if (packet instanceof DatagramError error) {
            return kind + " " + error.code();
        }
        if (packet instanceof DatagramQuery query) {
            return kind + " " + query.destination();
        }
        return fragment(packet)
                .map(f -> kind + " fragment of " + f.data().size() + " octets at " + f.packetOffset()
                        + (packet.header().flags().more() ? "" : ", the last"))
                .orElse(kind);
    }

    @Override
    public Optional<String> kind() {
        return packet.map(p -> kind(p.header().type()));
    }

    @Override
    public Optional<NetBiosName> from() {
        return names().map(NetBiosDatagram::source);
    }

    @Override
    public Optional<NetBiosName> to() {
        return names().map(NetBiosDatagram::destination)
                .or(() -> packet.filter(DatagramQuery.class::isInstance)
                        .map(DatagramQuery.class::cast)
                        .map(DatagramQuery::destination));
    }

    @Override
    public void putInto(Json json, Function<NetBiosName, Json> names) {
        packet.ifPresent(p -> put(p, json, names));
        names().ifPresent(d -> json.put("from", names.apply(d.source())).put("to", names.apply(d.destination())));
        write.ifPresent(w -> put(w, json));
    }

    private static void put(MailslotWrite write, Json json) {
        json.put("slot", write.slot())
                .put("opcode", 1)
                .put("priority", write.words().priority())
                .put("class", write.words().mailslotClass())
                .put("payload", write.data());
        PayloadView.json(write).ifPresent(message -> json.put("message", message));
    }

    private static void put(DatagramMessage packet, Json json, Function<NetBiosName, Json> names) {
        json.putPlain("kind", kind(packet.header().type()))
                .put("id", packet.header().id());
        if (packet instanceof DatagramError error) {
            json.put("code", error.code().value()).put("meaning", error.code().toString());
        } else if (packet instanceof DatagramQuery query) {
            json.put("to", names.apply(query.destination()));
        }
        fragment(packet)
                .ifPresent(f -> json.put(
                        "fragment",
                        new Json()
                                .put("offset", f.packetOffset())
                                .put("length", f.length())
                                .put("more", f.header().flags().more())
                                .put("data", f.data())));
    }

    /** The datagram whose names to show: the whole one, or else a piece that has them. */
    private Optional<NetBiosDatagram> names() {
        return datagram.or(
                () -> packet.filter(NetBiosDatagram.class::isInstance).map(NetBiosDatagram.class::cast));
    }

    /** The piece that a packet is, if it is not a whole datagram; those that repeat the names have just their data. */
    private static Optional<DatagramFragment> fragment(DatagramMessage packet) {
        if (packet instanceof DatagramFragment fragment) {
            return Optional.of(fragment);
        }
        boolean piece = packet instanceof NetBiosDatagram d
                && (d.packetOffset() > 0 || d.header().flags().more());
        return piece && packet instanceof NetBiosDatagram d
                ? Optional.of(new DatagramFragment(d.header(), d.length(), d.packetOffset(), d.userData()))
                : Optional.empty();
    }

    /** In the words of the JSON. */
    static String kind(DatagramType type) {
        return switch (type) {
            case DIRECT_UNIQUE -> "direct-unique";
            case DIRECT_GROUP -> "direct-group";
            case BROADCAST -> "broadcast";
            case ERROR -> "datagram-error";
            case QUERY_REQUEST -> "datagram-query-request";
            case POSITIVE_QUERY_RESPONSE -> "datagram-positive-query-response";
            case NEGATIVE_QUERY_RESPONSE -> "datagram-negative-query-response";
        };
    }
}
