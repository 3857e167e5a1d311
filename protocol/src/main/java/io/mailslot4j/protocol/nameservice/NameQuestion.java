package io.mailslot4j.protocol.nameservice;

import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * A question (RFC 1002 section 4.2.1.2).
 *
 * @param name QUESTION_NAME
 * @param type QUESTION_TYPE, NB or NBSTAT
 * @param recordClass QUESTION_CLASS, which is always 1, the Internet
 */
public record NameQuestion(NameField name, RecordType type, int recordClass) {
    /** Checks the range. */
    public NameQuestion {
        Unsigned.check16(recordClass, "QUESTION_CLASS");
    }

    /** A question about a name that stands in it in full. */
    public static NameQuestion of(NetBiosName name, RecordType type) {
        return new NameQuestion(NameField.of(name), type, ResourceRecord.INTERNET);
    }

    static NameQuestion read(PacketReader in) {
        return new NameQuestion(
                NameField.read(in, "question name"), new RecordType(in.u16("question type")), in.u16("question class"));
    }

    void write(PacketWriter out) {
        name.write(out);
        out.u16(type.value()).u16(recordClass);
    }
}
