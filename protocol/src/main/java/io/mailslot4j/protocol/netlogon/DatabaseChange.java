package io.mailslot4j.protocol.netlogon;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.OemText;
import io.mailslot4j.protocol.text.UnicodeText;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * NETLOGON_DB_CHANGE (MS-NRPC section 2.2.1.5.1): the primary domain controller tells the backup ones that accounts changed.
 *
 * @param lowSerial the lower half of the serial number of the first database
 * @param date seconds since 1970, as unsigned 32 bits
 * @param pulse how often this is sent, in seconds
 * @param random within how many seconds to ask
 * @param pdc the name of the primary domain controller
 * @param domain the name of the domain
 * @param pad up to an even offset, from senders that are careful
 * @param unicodePdc the name of the primary domain controller again
 * @param unicodeDomain the name of the domain again
 * @param databases what changed
 * @param domainSid the domain's
 * @param trailer the end: a version and tokens
 * @param trailing octets behind the message, kept but without meaning
 */
public record DatabaseChange(
        int lowSerial,
        int date,
        int pulse,
        int random,
        OemText pdc,
        OemText domain,
        Octets pad,
        UnicodeText unicodePdc,
        UnicodeText unicodeDomain,
        List<Database> databases,
        Sid domainSid,
        Trailer trailer,
        Octets trailing)
        implements NetlogonMessage {
    static final int OPCODE = 0x0A;

    /**
     * A database.
     *
     * @param index 0 SAM, 1 built-in, 2 LSA
     * @param serial the number of its last change
     * @param created when it was made: 100 nanoseconds since 1601
     */
    public record Database(int index, long serial, long created) {
        private static final int SIZE = 20;
    }

    /** Copies the list. */
    public DatabaseChange {
        databases = List.copyOf(databases);
    }

    static DatabaseChange read(PacketReader in) {
        return new DatabaseChange(
                in.i32le("low serial number"),
                in.i32le("date"),
                in.i32le("pulse"),
                in.i32le("random"),
                OemText.read(in, "PDC name"),
                OemText.read(in, "domain name"),
                Alignment.readPad(in, "padding"),
                UnicodeText.read(in, "Unicode PDC name"),
                UnicodeText.read(in, "Unicode domain name"),
                readDatabases(in),
                Sid.read(in),
                Trailer.read(in),
                in.rest());
    }

    private static List<Database> readDatabases(PacketReader in) {
        long count = Integer.toUnsignedLong(in.i32le("database count"));
        if (count * Database.SIZE > in.remaining()) {
            throw in.malformed(
                    "database count",
                    Integer.BYTES,
                    count + " databases do not fit into " + in.remaining() + " octets");
        }
        List<Database> databases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            databases.add(new Database(
                    in.i32le("database index"), in.i64le("database serial number"), in.i64le("database time")));
        }
        return databases;
    }

    @Override
    public NetlogonOpcode opcode() {
        return new NetlogonOpcode(OPCODE);
    }

    @Override
    public void writeBody(PacketWriter out) {
        out.i32le(lowSerial).i32le(date).i32le(pulse).i32le(random);
        pdc.write(out);
        domain.write(out);
        out.octets(pad);
        unicodePdc.write(out);
        unicodeDomain.write(out);
        out.i32le(databases.size());
        databases.forEach(d -> out.i32le(d.index()).i64le(d.serial()).i64le(d.created()));
        domainSid.write(out);
        trailer.write(out);
        out.octets(trailing);
    }
}
