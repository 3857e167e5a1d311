package io.mailslot4j.testkit;

import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.Payload;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.payload.PayloadKind;
import io.mailslot4j.protocol.wire.PacketFields;
import io.mailslot4j.protocol.wire.PacketFields.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All fields of a packet, those of the packets in it too.
 *
 * @param what it is, in a word
 * @param reader splits such a packet that starts at an offset into its fields
 * @param octets the packet
 * @param fields its fields
 */
record Layers(String what, BiFunction<Octets, Integer, List<Field>> reader, Octets octets, List<Field> fields) {
    static final Layers DATAGRAM = new Layers("datagram", Layers::ofDatagram);
    static final Layers WRITE = new Layers("mailslot write", Layers::ofWrite);
    static final Layers NAME_PACKET = new Layers(
            "name service packet",
            (octets, origin) ->
                    PacketFields.of(octets, origin, NameServicePacket::read).fields());

    private static final int MOST_DIFFERENCES = 20;
    private static final int MOST_OCTETS = 40;

    private Layers(String what, BiFunction<Octets, Integer, List<Field>> reader) {
        this(what, reader, Octets.EMPTY, List.of());
    }

    static NetBiosName name(String text) {
        return NetBiosName.parse(text, NameSuffix.WORKSTATION);
    }

    /** As if it were of the kind that gives the same value. */
    static Layers ofPayload(Payload payload) {
        Octets octets = payload.encode();
        PayloadKind kind = Stream.of(PayloadKind.values())
                .filter(each -> isReadAs(each, octets, payload))
                .findFirst()
                .orElse(PayloadKind.RAW);
        return new Layers(
                        "payload",
                        (o, origin) -> PacketFields.of(o, origin, kind::read).fields())
                .of(octets);
    }

    private static boolean isReadAs(PayloadKind kind, Octets octets, Payload payload) {
        try {
            return kind.decode(octets).equals(payload);
        } catch (MalformedPacketException notThis) {
            return false;
        }
    }

    /** The fields of another packet of this kind. */
    Layers of(Octets other) {
        return new Layers(what, reader, other, reader.apply(other, 0));
    }

    private static List<Field> ofDatagram(Octets octets, int origin) {
        PacketFields read = PacketFields.of(octets, origin, DatagramMessage::read);
        if (read.trouble().isEmpty() && DatagramMessage.decode(octets) instanceof NetBiosDatagram datagram) {
            int start = datagram.userDataOffset();
            return inside(read, origin + start, ofWrite(datagram.userData(), origin + start));
        }
        return read.fields();
    }

    private static List<Field> ofWrite(Octets octets, int origin) {
        PacketFields read = PacketFields.of(octets, origin, MailslotWrite::read);
        if (read.trouble().isPresent()) {
            return List.of(new Field("user data", origin, octets));
        }
        MailslotWrite write = MailslotWrite.decode(octets);
        int start = origin + write.dataOffset();
        PacketFields data = PacketFields.of(write.data(), start, PayloadKind.of(write.slot())::read);
        return data.trouble().isPresent() ? read.fields() : inside(read, start, data.fields());
    }

    /** Puts the fields of what starts at an offset in the place of the one field that it is. */
    private static List<Field> inside(PacketFields outer, int start, List<Field> inner) {
        List<Field> all = new ArrayList<>();
        for (Field field : outer.fields()) {
            if (field.offset() == start) {
                all.addAll(inner);
            } else {
                all.add(field);
            }
        }
        return all;
    }

    /** What is different in {@code expected}, for people. */
    Optional<String> difference(Layers expected) {
        if (octets.equals(expected.octets)) {
            return Optional.empty();
        }
        String head = String.format(
                Locale.ROOT, "the %s is not the expected one:%n%-28s %-10s %s%n", what, "field", "offset", "octets");
        return Optional.of(
                head + differingFields(expected).limit(MOST_DIFFERENCES).collect(Collectors.joining()));
    }

    private Stream<String> differingFields(Layers expected) {
        Map<String, Field> mine = byName(fields);
        Map<String, Field> theirs = byName(expected.fields);
        Set<String> names = new LinkedHashSet<>(theirs.keySet());
        names.addAll(mine.keySet());
        return names.stream()
                .filter(name -> !octets(theirs, name).equals(octets(mine, name)))
                .flatMap(name -> Stream.concat(
                        Stream.ofNullable(theirs.get(name)).map(field -> line(field, "expected")),
                        Stream.ofNullable(mine.get(name)).map(field -> line(field, "was"))));
    }

    /** What stands behind a longer field, or behind one that the other has not, is not different for that. */
    private static Map<String, Field> byName(List<Field> fields) {
        Map<String, Field> byName = new LinkedHashMap<>();
        for (Field field : fields) {
            String name = field.name();
            for (int i = 2; byName.containsKey(name); i++) {
                name = field.name() + " " + i;
            }
            byName.put(name, field);
        }
        return byName;
    }

    private static Optional<Octets> octets(Map<String, Field> fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(Field::octets);
    }

    private static String line(Field field, String role) {
        Octets octets = field.octets();
        int shown = Math.min(octets.size(), MOST_OCTETS);
        String more = octets.size() > shown ? "… (" + octets.size() + ")" : "";
        return String.format(
                Locale.ROOT,
                "  %-26s %-10d %-8s %s%s%s%n",
                field.name(),
                field.offset(),
                role,
                octets.slice(0, shown).toHex(),
                more,
                text(octets.slice(0, shown)));
    }

    /** The octets as ASCII, if most of them are. */
    private static String text(Octets octets) {
        StringBuilder text = new StringBuilder();
        int printable = 0;
        for (int i = 0; i < octets.size(); i++) {
            boolean ascii = octets.get(i) >= ' ' && octets.get(i) <= '~';
            printable += ascii ? 1 : 0;
            text.append(ascii ? (char) octets.get(i) : '.');
        }
        return octets.size() >= 4 && printable * 2 >= octets.size() ? "  " + text : "";
    }
}
