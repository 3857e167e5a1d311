package io.mailslot4j.protocol.nameservice;

import static io.mailslot4j.protocol.name.NetBiosNameEncoding.LENGTH_WITHOUT_SCOPE;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;
import java.util.List;
import java.util.Optional;

/**
 * A packet of the NetBIOS name service, as it stands in one UDP packet on port 137 (RFC 1002 section 4.2).
 *
 * <pre>
 *   0 NAME_TRN_ID   2 flags   4 QDCOUNT   6 ANCOUNT   8 NSCOUNT   10 ARCOUNT   12 questions, records
 * </pre>
 *
 * @param id NAME_TRN_ID, 0 to 65535; an answer has that of its request
 * @param flags what it is and how it went
 * @param questions what is asked
 * @param answers the answers
 * @param authorities name servers, in a redirect
 * @param additional the name to register, or the address in a redirect
 * @param answerNotCounted whether ANCOUNT is 0 although there is one answer, as RFC 1002 section 4.2.14 has it for
 *     negative answers; in practice it is counted
 * @param trailing octets behind the packet, kept but without meaning
 */
public record NameServicePacket(
        int id,
        NameServiceFlags flags,
        List<NameQuestion> questions,
        List<ResourceRecord> answers,
        List<ResourceRecord> authorities,
        List<ResourceRecord> additional,
        boolean answerNotCounted,
        Octets trailing) {
    /** What a name that stands in full starts with. */
    private static final int FULL_NAME = 0x20;

    private static final int HEADER = 12;
    /** The octets of a question about a name that stands in full, without scope. */
    private static final int USUAL_QUESTION = LENGTH_WITHOUT_SCOPE + 4;
    /** The octets of a record with such a name and one address. */
    private static final int USUAL_RECORD = LENGTH_WITHOUT_SCOPE + 16;
    /** The least octets that a question takes: a pointer, type and class. */
    private static final int LEAST_QUESTION = 6;
    /** The least octets that a record takes: a pointer, type, class, TTL and length. */
    private static final int LEAST_RECORD = 12;

    /** Checks the ranges, and copies the lists. */
    public NameServicePacket {
        Unsigned.check16(id, "NAME_TRN_ID");
        Unsigned.check16(questions.size(), "QDCOUNT");
        Unsigned.check16(answers.size(), "ANCOUNT");
        Unsigned.check16(authorities.size(), "NSCOUNT");
        Unsigned.check16(additional.size(), "ARCOUNT");
        questions = List.copyOf(questions);
        answers = List.copyOf(answers);
        authorities = List.copyOf(authorities);
        additional = List.copyOf(additional);
        if (answerNotCounted && answers.size() != 1) {
            throw new IllegalArgumentException("only a single answer may be left out of the count");
        }
    }

    /** A packet with nothing odd about it. */
    public static NameServicePacket of(
            int id,
            NameServiceFlags flags,
            List<NameQuestion> questions,
            List<ResourceRecord> answers,
            List<ResourceRecord> additional) {
        return new NameServicePacket(id, flags, questions, answers, List.of(), additional, false, Octets.EMPTY);
    }

    /**
     * Reads one packet. Whatever the octets, the result is a packet or the exception.
     *
     * @param packet a UDP payload
     * @throws io.mailslot4j.protocol.MalformedPacketException if it is not a packet of the name service
     */
    public static NameServicePacket decode(Octets packet) {
        return read(new PacketReader(packet, 0));
    }

    /** As {@link #decode}, with the cursor at the start. */
    public static NameServicePacket read(PacketReader in) {
        int id = in.u16("transaction id");
        NameServiceFlags flags = new NameServiceFlags(in.u16("flags"));
        int questionCount = in.u16("question count");
        int answerCount = in.u16("answer count");
        int authorityCount = in.u16("authority count");
        int additionalCount = in.u16("additional count");
        int least = questionCount * LEAST_QUESTION + (answerCount + authorityCount + additionalCount) * LEAST_RECORD;
        if (least > in.remaining()) {
            throw in.malformed("counts", 8, "say at least " + least + " octets, " + in.remaining() + " left");
        }
        List<NameQuestion> questions = questions(in, questionCount);
        boolean uncounted = flags.response()
                && flags.code().value() != 0
                && questionCount + answerCount + authorityCount + additionalCount == 0
                && in.remaining() >= LEAST_RECORD
                && in.whole().get(in.position()) == FULL_NAME;
        List<ResourceRecord> answers = records(in, uncounted ? 1 : answerCount);
        List<ResourceRecord> authorities = records(in, authorityCount);
        List<ResourceRecord> additional = records(in, additionalCount);
        return new NameServicePacket(id, flags, questions, answers, authorities, additional, uncounted, in.rest());
    }

    /** Most packets have one or none, for which no array is made; so with the records. */
    private static List<NameQuestion> questions(PacketReader in, int count) {
        if (count <= 1) {
            return count == 0 ? List.of() : List.of(NameQuestion.read(in));
        }
        NameQuestion[] questions = new NameQuestion[count];
        for (int i = 0; i < count; i++) {
            questions[i] = NameQuestion.read(in);
        }
        return List.of(questions);
    }

    private static List<ResourceRecord> records(PacketReader in, int count) {
        if (count <= 1) {
            return count == 0 ? List.of() : List.of(ResourceRecord.read(in));
        }
        ResourceRecord[] records = new ResourceRecord[count];
        for (int i = 0; i < count; i++) {
            records[i] = ResourceRecord.read(in);
        }
        return List.of(records);
    }

    /** The packet as it goes on the wire. Decoding and encoding again gives the same octets. */
    public Octets encode() {
        int records = answers.size() + authorities.size() + additional.size();
        PacketWriter out =
                new PacketWriter(HEADER + questions.size() * USUAL_QUESTION + records * USUAL_RECORD + trailing.size());
        out.u16(id).u16(flags.value()).u16(questions.size()).u16(answerNotCounted ? 0 : answers.size());
        out.u16(authorities.size()).u16(additional.size());
        for (NameQuestion question : questions) {
            question.write(out);
        }
        write(answers, out);
        write(authorities, out);
        write(additional, out);
        return out.octets(trailing).done();
    }

    private static void write(List<ResourceRecord> records, PacketWriter out) {
        for (ResourceRecord each : records) {
            each.write(out);
        }
    }

    /** What this packet is, in the words of RFC 1002. */
    public NameServicePacketKind kind() {
        return NameServicePacketKind.of(this);
    }

    /** The name that this packet is about: that of its question, or of its first record. */
    public Optional<NetBiosName> subject() {
        if (!questions.isEmpty()) {
            return Optional.of(questions.get(0).name().name());
        }
        return answers.stream()
                .findFirst()
                .or(() -> authorities.stream().findFirst())
                .map(r -> r.name().name());
    }
}
