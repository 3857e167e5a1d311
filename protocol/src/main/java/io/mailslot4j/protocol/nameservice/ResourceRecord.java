package io.mailslot4j.protocol.nameservice;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * A resource record (RFC 1002 section 4.2.1.3).
 *
 * @param name RR_NAME
 * @param type RR_TYPE
 * @param recordClass RR_CLASS, which is always 1, the Internet
 * @param ttl TTL in seconds, as unsigned 32 bits; 0 is for ever
 * @param data RDATA
 */
public record ResourceRecord(NameField name, RecordType type, int recordClass, int ttl, RecordData data) {
    /** Class 1. */
    public static final int INTERNET = 1;

    /** Checks the range. */
    public ResourceRecord {
        Unsigned.check16(recordClass, "RR_CLASS");
    }

    static ResourceRecord read(PacketReader in) {
        NameField name = NameField.read(in, "record name");
        RecordType type = new RecordType(in.u16("record type"));
        int recordClass = in.u16("record class");
        int ttl = in.i32("TTL");
        int length = in.u16("data length");
        int origin = in.origin() + in.position();
        RecordData data = RecordData.read(type, in.octets(length, "record data"), origin);
        return new ResourceRecord(name, type, recordClass, ttl, data);
    }

    void write(PacketWriter out) {
        Octets encoded = data.encode();
        name.write(out);
        out.u16(type.value()).u16(recordClass).i32(ttl).u16(encoded.size()).octets(encoded);
    }
}
