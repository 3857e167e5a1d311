package io.mailslot4j.pcaps;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A packet of the name service that was decoded from a capture and is encoded again gives the captured octets, and each
 * field has a place of its own.
 */
class ReencodeNamePacketsTest {
    /** RFC 1002 section 4.2.1.1. */
    private static final Map<String, FieldPlace> OF_HEADER =
            Map.of("id", FieldPlace.bigEndian(0, 2), "flags", FieldPlace.bigEndian(2, 2));
    /** RFC 1002 section 4.2.1.2, from behind the name. */
    private static final Map<String, FieldPlace> OF_QUESTION =
            Map.of("type", FieldPlace.bigEndian(0, 2), "recordClass", FieldPlace.bigEndian(2, 2));
    /** RFC 1002 section 4.2.1.3, from behind the name. */
    private static final Map<String, FieldPlace> OF_RECORD = Map.of(
            "type", FieldPlace.bigEndian(0, 2),
            "recordClass", FieldPlace.bigEndian(2, 2),
            "ttl", FieldPlace.bigEndian(4, 4));
    /** RFC 1002 section 4.2.13. */
    private static final Map<String, FieldPlace> OF_OWNER =
            Map.of("flags", FieldPlace.bigEndian(0, 2), "address", FieldPlace.bigEndian(2, 4));
    /** RFC 1002 section 4.2.18, from behind the name. */
    private static final Map<String, FieldPlace> OF_NODE_NAME = Map.of("flags", FieldPlace.bigEndian(0, 2));

    private static final Set<NameServicePacket> PACKETS = new HashSet<>();

    @BeforeAll
    static void everyCapturedPacketIsEncodedAsItCame() throws IOException {
        int packets = 0;
        for (Octets captured : CaptureFile.payloads(CaptureFile.NAME_SERVICE)) {
            try {
                NameServicePacket packet = NameServicePacket.decode(captured);
                assertThat(packet.encode()).isEqualTo(captured);
                packets++;
                PACKETS.add(packet);
            } catch (MalformedPacketException refused) {
                // What cannot be read is not written either; which packets those are is the agreement test's business.
            }
        }
        System.out.println(
                "encoded again: " + packets + " packets of the name service, " + PACKETS.size() + " different");
        assertThat(PACKETS).hasSizeGreaterThan(500);
    }

    @Test
    void eachFieldOfAHeaderHasItsPlace() {
        for (NameServicePacket packet : PACKETS) {
            FieldPlace.check(packet, OF_HEADER, NameServicePacket::encode);
        }
    }

    @Test
    void eachFieldOfAQuestionHasItsPlace() {
        checkAll(NamePacketPart::questions, OF_QUESTION);
    }

    @Test
    void eachFieldOfARecordHasItsPlace() {
        checkAll(NamePacketPart::records, OF_RECORD);
    }

    @Test
    void eachFieldOfAnOwnerHasItsPlace() {
        checkAll(NamePacketPart::owners, OF_OWNER);
    }

    @Test
    void eachFieldOfANodeNameHasItsPlace() {
        checkAll(NamePacketPart::nodeNames, OF_NODE_NAME);
    }

    private static <R extends Record> void checkAll(
            Function<NameServicePacket, List<NamePacketPart<R>>> parts, Map<String, FieldPlace> places) {
        List<NamePacketPart<R>> all =
                PACKETS.stream().map(parts).flatMap(List::stream).toList();
        assertThat(all).isNotEmpty();
        all.forEach(part -> part.check(places));
    }
}
