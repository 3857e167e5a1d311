package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.name.NetBiosNameEncoding;
import io.mailslot4j.protocol.nameservice.NameField;
import io.mailslot4j.protocol.nameservice.NameQuestion;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NodeName;
import io.mailslot4j.protocol.nameservice.RecordData;
import io.mailslot4j.protocol.nameservice.RecordData.Addresses;
import io.mailslot4j.protocol.nameservice.RecordData.NodeStatus;
import io.mailslot4j.protocol.nameservice.RecordData.Owner;
import io.mailslot4j.protocol.nameservice.ResourceRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * One of the things that a packet of the name service has in rows: a question, a record, an owner, a node's name.
 *
 * @param value the part
 * @param offset octets in the packet before its first number
 * @param replace makes the packet with another part in its place
 */
record NamePacketPart<R extends Record>(R value, int offset, Function<R, NameServicePacket> replace) {
    private static final int HEADER = 12;
    private static final int TYPE_AND_CLASS = 4;
    private static final int TYPE_TO_LENGTH = 10;
    private static final int OWNER = 6;
    private static final int NAME_COUNT = 1;
    private static final int NAME_FLAGS = 2;
    private static final int POINTER = 2;

    /** Sees that each number has its place; places count from the first number. */
    void check(Map<String, FieldPlace> places) {
        Map<String, FieldPlace> inPacket = new HashMap<>();
        places.forEach((name, place) -> inPacket.put(name, place.behind(offset)));
        FieldPlace.check(value, inPacket, part -> replace.apply(part).encode());
    }

    /** RFC 1002 section 4.2.1.2. */
    static List<NamePacketPart<NameQuestion>> questions(NameServicePacket packet) {
        return row(
                packet.questions(),
                HEADER,
                question -> size(question.name()),
                question -> TYPE_AND_CLASS,
                questions -> with(packet, questions, recordsOf(packet)));
    }

    /** RFC 1002 section 4.2.1.3. */
    static List<NamePacketPart<ResourceRecord>> records(NameServicePacket packet) {
        int questions = packet.questions().stream()
                .mapToInt(question -> size(question.name()) + TYPE_AND_CLASS)
                .sum();
        return row(
                recordsOf(packet),
                HEADER + questions,
                answer -> size(answer.name()),
                answer -> TYPE_TO_LENGTH + answer.data().encode().size(),
                records -> with(packet, packet.questions(), records));
    }

    /** RFC 1002 section 4.2.13. */
    static List<NamePacketPart<Owner>> owners(NameServicePacket packet) {
        List<NamePacketPart<Owner>> owners = new ArrayList<>();
        for (NamePacketPart<ResourceRecord> part : records(packet)) {
            if (part.value.data() instanceof Addresses addresses) {
                owners.addAll(row(
                        addresses.owners(),
                        part.offset + TYPE_TO_LENGTH,
                        owner -> 0,
                        owner -> OWNER,
                        others -> part.replace.apply(with(part.value, new Addresses(others)))));
            }
        }
        return owners;
    }

    /** RFC 1002 section 4.2.18. */
    static List<NamePacketPart<NodeName>> nodeNames(NameServicePacket packet) {
        List<NamePacketPart<NodeName>> names = new ArrayList<>();
        for (NamePacketPart<ResourceRecord> part : records(packet)) {
            if (part.value.data() instanceof NodeStatus status) {
                names.addAll(row(
                        status.names(),
                        part.offset + TYPE_TO_LENGTH + NAME_COUNT,
                        name -> NetBiosName.LENGTH,
                        name -> NAME_FLAGS,
                        others -> part.replace.apply(with(part.value, new NodeStatus(others, status.statistics())))));
            }
        }
        return names;
    }

    /** The parts of a row that starts at {@code offset}, with so many octets before their first number and from there on. */
    private static <R extends Record> List<NamePacketPart<R>> row(
            List<R> values,
            int offset,
            ToIntFunction<R> before,
            ToIntFunction<R> behind,
            Function<List<R>, NameServicePacket> replace) {
        List<NamePacketPart<R>> parts = new ArrayList<>();
        int start = offset;
        for (int i = 0; i < values.size(); i++) {
            int index = i;
            R value = values.get(i);
            start += before.applyAsInt(value);
            parts.add(new NamePacketPart<>(value, start, other -> {
                List<R> others = new ArrayList<>(values);
                others.set(index, other);
                return replace.apply(others);
            }));
            start += behind.applyAsInt(value);
        }
        return parts;
    }

    private static int size(NameField name) {
        return name.tail()
                .map(pointer -> pointer.literal() + POINTER)
                .orElseGet(() -> NetBiosNameEncoding.length(name.name()));
    }

    private static List<ResourceRecord> recordsOf(NameServicePacket packet) {
        List<ResourceRecord> all = new ArrayList<>(packet.answers());
        all.addAll(packet.authorities());
        all.addAll(packet.additional());
        return all;
    }

    private static NameServicePacket with(
            NameServicePacket of, List<NameQuestion> questions, List<ResourceRecord> records) {
        int authorities = of.answers().size();
        int additional = authorities + of.authorities().size();
        return new NameServicePacket(
                of.id(),
                of.flags(),
                questions,
                records.subList(0, authorities),
                records.subList(authorities, additional),
                records.subList(additional, records.size()),
                of.answerNotCounted(),
                of.trailing());
    }

    private static ResourceRecord with(ResourceRecord of, RecordData data) {
        return new ResourceRecord(of.name(), of.type(), of.recordClass(), of.ttl(), data);
    }
}
