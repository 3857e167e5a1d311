package io.mailslot4j.cli.decode;

import io.mailslot4j.cli.captures.DatagramBody;
import io.mailslot4j.cli.captures.DecodedFrame;
import io.mailslot4j.cli.output.Shown;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.payload.PayloadKind;
import io.mailslot4j.protocol.wire.PacketFields;
import io.mailslot4j.protocol.wire.PacketReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Every field of a frame, layer by layer: where it is, its octets, and what they are as text. */
final class FieldTree {
    private static final int MOST_OCTETS = 32;
    private static final int LEAST_TEXT = 4;

    private final List<String> lines = new ArrayList<>();

    private FieldTree() {}

    /** Lines for people, safe to show. */
    static List<String> of(DecodedFrame frame) {
        FieldTree tree = new FieldTree();
        if (frame.body() instanceof DatagramBody body) {
            tree.layer("NetBIOS datagram", frame.payload(), 0, DatagramMessage::read);
            body.datagram().ifPresent(datagram -> tree.write(body, datagram));
        } else {
            tree.layer("name service", frame.payload(), 0, NameServicePacket::read);
        }
        return tree.lines;
    }

    private void write(DatagramBody body, NetBiosDatagram datagram) {
        int start = datagram.userDataOffset();
        layer("mailslot write", datagram.userData(), start, MailslotWrite::read);
        body.write().ifPresent(write -> {
            PayloadKind kind = PayloadKind.of(write.slot());
            String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " payload";
            layer(name, write.data(), start + write.dataOffset(), kind::read);
        });
    }

    private void layer(String name, Octets octets, int origin, Consumer<PacketReader> read) {
        lines.add("       " + name + ", " + octets.size() + " octets at " + origin);
        PacketFields fields = PacketFields.of(octets, origin, read);
        fields.fields().forEach(field -> lines.add(line(field)));
        fields.trouble().ifPresent(e -> lines.add("         error: " + e.getMessage()));
    }

    private static String line(PacketFields.Field field) {
        Octets octets = field.octets();
        int size = octets.size();
        String hex = size > MOST_OCTETS ? octets.slice(0, MOST_OCTETS).toHex() + "… (" + size + ")" : octets.toHex();
        String text = size >= LEAST_TEXT && isText(octets) ? "  " + Shown.octets(octets) : "";
        return String.format(Locale.ROOT, "       %6d  %-26s %s%s", field.offset(), field.name(), hex, text);
    }

    /** Whether most of it can be read. */
    private static boolean isText(Octets octets) {
        int printable = 0;
        for (int i = 0; i < octets.size(); i++) {
            printable += octets.get(i) >= ' ' && octets.get(i) <= '~' ? 1 : 0;
        }
        return printable * 2 >= octets.size();
    }
}
