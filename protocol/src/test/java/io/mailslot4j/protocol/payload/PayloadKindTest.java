package io.mailslot4j.protocol.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.Payload;
import io.mailslot4j.protocol.locator.LookupQuery;
import io.mailslot4j.protocol.locator.LookupReply;
import io.mailslot4j.protocol.locator.MasterQuery;
import io.mailslot4j.protocol.locator.MasterReply;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.messenger.MessengerMessage;
import io.mailslot4j.protocol.text.FixedUnicode;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PayloadKindTest {

    @ParameterizedTest
    @CsvSource({
        "BROWSE, BROWSER",
        "browse, BROWSER",
        "LANMAN, LANMAN",
        "NET\\NETLOGON, NETLOGON",
        "NET\\NTLOGON, NETLOGON",
        "NET\\GETDC52EAA8C0, NETLOGON",
        "TEMP\\NETLOGON, NETLOGON",
        "MESSNGR, MESSENGER",
        "RpcLoc_s, LOCATOR_LOOKUP_QUERY",
        "RpcLoc_c, LOCATOR_LOOKUP_REPLY",
        "Resp_s, LOCATOR_MASTER_QUERY",
        "Resp_c, LOCATOR_MASTER_REPLY",
        "NET\\LOG, RAW",
        "LISTENER, RAW",
        "ME\u00DFNGR, RAW"
    })
    void theSlotTellsWhatItCarries(String slot, PayloadKind kind) {
        assertThat(PayloadKind.of("\\MAILSLOT\\" + slot)).isEqualTo(kind);
    }

    @Test
    void whatNobodyKnowsIsOctets() {
        MailslotWrite write = MailslotWrite.of("\\MAILSLOT\\LISTENER", Octets.ofHex("68690a"));
        assertThat(PayloadKind.decode(write)).isEqualTo(new RawPayload(Octets.ofHex("68690a")));
        assertThat(PayloadKind.of("")).isEqualTo(PayloadKind.RAW);
    }

    /** MS-MSRP section 2.1.2. */
    @Test
    void messagesOfTheMessengerService() {
        Octets octets = Octets.ofHex("424f4200414c49434500686920746865726500");
        assertThat(PayloadKind.MESSENGER.decode(octets)).isEqualTo(MessengerMessage.of("BOB", "ALICE", "hi there"));
        assertThat(MessengerMessage.of("BOB", "ALICE", "hi there").encode()).isEqualTo(octets);
    }

    /** The sizes of MS-RPCL section 2.2.4. */
    @Test
    void messagesOfTheLocator() {
        UUID any = new UUID(0, 0);
        UUID guid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
        LookupQuery query = new LookupQuery(
                guid, 1, 2, any, FixedUnicode.of("\\\\PC", 20), FixedUnicode.of("/.:/x", 100), Octets.EMPTY);
        assertThat(query.encode().size()).isEqualTo(276);
        there(PayloadKind.LOCATOR_LOOKUP_QUERY, query);
        there(PayloadKind.LOCATOR_LOOKUP_REPLY, new LookupReply(FixedUnicode.of("DOM", 20), Octets.zeros(4)));
        MasterQuery master = new MasterQuery(1, 4, FixedUnicode.of("PC", 18), Octets.EMPTY);
        assertThat(master.encode().size()).isEqualTo(44);
        there(PayloadKind.LOCATOR_MASTER_QUERY, master);
        MasterReply reply = new MasterReply(0, 1, 3600, FixedUnicode.of("PC", 18), Octets.EMPTY);
        assertThat(reply.encode().size()).isEqualTo(48);
        there(PayloadKind.LOCATOR_MASTER_REPLY, reply);
    }

    private static void there(PayloadKind kind, Payload payload) {
        assertThat(kind.decode(payload.encode())).isEqualTo(payload);
    }

    @ParameterizedTest
    @EnumSource
    void anyOctetsAreAPayloadThatIsWrittenBackOrMalformed(PayloadKind kind) {
        Random random = new Random(kind.name().hashCode());
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] octets = new byte[random.nextInt(120) * (random.nextInt(20) == 0 ? 4 : 1)];
            random.nextBytes(octets);
            for (int at = 0; at < octets.length; at++) {
                // Texts end and opcodes are small more often than chance would have it.
                octets[at] = random.nextInt(3) == 0 ? 0 : octets[at];
            }
            if (octets.length > 1) {
                octets[0] = (byte) random.nextInt(0x1A);
                octets[1] = 0;
            }
            read += decodes(kind, Octets.wrap(octets)) ? 1 : 0;
        }
        assertThat(read).isPositive();
    }

    private static boolean decodes(PayloadKind kind, Octets octets) {
        try {
            assertThat(kind.decode(octets).encode()).isEqualTo(octets);
            return true;
        } catch (MalformedPacketException e) {
            assertThat(e.offset()).isBetween(0, octets.size());
            return false;
        }
    }
}
