package io.mailslot4j.interop.lab;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NameQuestion;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a question to the name service says, and what tshark calls that. Numbers are decimal. */
public enum QuestionField {
    ID("nbns.id", p -> p.id()),
    FLAGS("nbns.flags", p -> p.flags().value()),
    QUESTIONS("nbns.count.queries", p -> p.questions().size()),
    ANSWERS("nbns.count.answers", p -> p.answers().size()),
    AUTHORITIES("nbns.count.auth_rr", p -> p.authorities().size()),
    ADDITIONAL("nbns.count.add_rr", p -> p.additional().size()),
    NAME("nbns.name", p -> text(question(p).name().name())),
    TYPE("nbns.type", p -> question(p).type().value()),
    CLASS("nbns.class", p -> question(p).recordClass());

    private final String tsharkName;

    @SuppressWarnings("ImmutableEnumChecker") // These functions have no state.
    private final Function<NameServicePacket, Object> ours;

    QuestionField(String tsharkName, Function<NameServicePacket, Object> ours) {
        this.tsharkName = tsharkName;
        this.ours = ours;
    }

    /** What tshark calls it. */
    String tsharkName() {
        return tsharkName;
    }

    /** What a question says by our own reading. */
    public static Map<QuestionField, String> read(Octets packet) {
        NameServicePacket question = NameServicePacket.decode(packet);
        Map<QuestionField, String> fields = new EnumMap<>(QuestionField.class);
        for (QuestionField field : values()) {
            fields.put(field, field.ours.apply(question).toString());
        }
        return fields;
    }

    /** What a program says that names the fields in the order in which they stand here. */
    static Map<QuestionField, String> inOrder(List<String> values) {
        Map<QuestionField, String> fields = new EnumMap<>(QuestionField.class);
        Iterator<String> next = values.iterator();
        for (QuestionField field : values()) {
            fields.put(field, next.next());
        }
        return fields;
    }

    private static NameQuestion question(NameServicePacket packet) {
        return packet.questions().get(0);
    }

    /** {@code NAME<1c>}, control characters as {@code <01>} too. */
    private static String text(NetBiosName name) {
        StringBuilder shown = new StringBuilder();
        for (char c : name.text().toCharArray()) {
            shown.append(c < ' ' ? String.format("<%02x>", (int) c) : String.valueOf(c));
        }
        return shown.append('<').append(name.suffix().toHex()).append('>').toString();
    }
}
