package io.mailslot4j.cli;

import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.datagram.DatagramError;
import io.mailslot4j.protocol.datagram.DatagramFragment;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.DatagramQuery;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import java.util.Locale;
import java.util.Optional;

/** A decoded frame as a line, for people or for programs. */
final class FrameForm {
    private FrameForm() {}

    /** A line for people. */
    static String line(DecodedFrame frame) {
        StringBuilder line = new StringBuilder();
        line.append(String.format(Locale.ROOT, "%6d ", frame.number()));
        line.append(WireJson.time(frame.time())).append(' ');
        line.append(frame.source()).append(" → ").append(frame.destination());
        frame.packet().ifPresent(packet -> line.append("  ").append(describe(packet)));
        names(frame)
                .ifPresent(
                        d -> line.append("  ").append(d.source()).append(" → ").append(d.destination()));
        frame.write()
                .ifPresent(write -> line.append("  ")
                        .append(Shown.slot(write.slot()))
                        .append("  ")
                        .append(Shown.octets(write.data())));
        frame.trouble().ifPresent(trouble -> line.append("  error: ").append(trouble.getMessage()));
        frame.notes().forEach(note -> line.append("  (").append(note).append(')'));
        return line.toString();
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

    /**
     * A JSON object for programs, as the guide to the command lays down.
     *
     * @param file which capture it is from, or empty if there is only one
     */
    static String json(DecodedFrame frame, String file) {
        Json json = new Json();
        if (!file.isEmpty()) {
            json.put("file", file);
        }
        json.put("frame", frame.number())
                .put("time", WireJson.time(frame.time()))
                .put("source", frame.source().toString())
                .put("destination", frame.destination().toString());
        frame.packet().ifPresent(packet -> put(json, packet));
        names(frame)
                .ifPresent(d -> json.put("from", WireJson.name(d.source())).put("to", WireJson.name(d.destination())));
        frame.write().ifPresent(write -> put(json, write));
        frame.trouble().ifPresent(trouble -> put(json, trouble));
        return (frame.notes().isEmpty() ? json : json.put("notes", frame.notes())).toString();
    }

    private static void put(Json json, DatagramMessage packet) {
        json.put("kind", kind(packet.header().type())).put("id", packet.header().id());
        if (packet instanceof DatagramError error) {
            json.put("code", error.code().value()).put("meaning", error.code().toString());
        } else if (packet instanceof DatagramQuery query) {
            json.put("to", WireJson.name(query.destination()));
        }
        fragment(packet)
                .ifPresent(f -> json.put(
                        "fragment",
                        new Json()
                                .put("offset", f.packetOffset())
                                .put("length", f.length())
                                .put("more", f.header().flags().more())
                                .put("data", f.data().toHex())));
    }

    private static void put(Json json, MailslotWrite write) {
        json.put("slot", write.slot())
                .put("opcode", 1)
                .put("priority", write.words().priority())
                .put("class", write.words().mailslotClass())
                .put("payload", write.data().toHex());
    }

    private static void put(Json json, MalformedPacketException trouble) {
        json.put("error", String.valueOf(trouble.getMessage()))
                .put("field", trouble.field())
                .put("offset", trouble.offset())
                .put("reason", trouble.reason());
    }

    /** The datagram whose names to show: the whole one, or else a piece that has them. */
    private static Optional<NetBiosDatagram> names(DecodedFrame frame) {
        return frame.datagram()
                .or(() ->
                        frame.packet().filter(NetBiosDatagram.class::isInstance).map(NetBiosDatagram.class::cast));
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

    private static String kind(DatagramType type) {
        String name = type.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return type.carriesData() ? name : "datagram-" + name;
    }
}
