package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.interop.lab.Capture;
import io.mailslot4j.interop.lab.Dissectors;
import io.mailslot4j.interop.lab.Lab;
import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.NeedsPeers;
import io.mailslot4j.interop.lab.Nmbd;
import io.mailslot4j.interop.lab.Peer;
import io.mailslot4j.interop.peer.Arrival;
import io.mailslot4j.interop.peer.OurPeer;
import io.mailslot4j.protocol.Octets;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our readers get what Samba's nmbd says, of itself and when it is asked. */
@NeedsPeers({Peer.LAB, Peer.NMBD, Peer.TCPDUMP, Peer.TSHARK, Peer.SAMBA_NDR})
class NmbdSpeaksTest {
    @AutoClose
    private static Lab lab;

    private static LabHost java;
    private static Capture capture;
    private static OurPeer ours;

    @BeforeAll
    static void listenAndStartNmbd(@TempDir Path folder) {
        lab = Lab.open();
        java = lab.host("java", "10.77.0.30");
        capture = lab.capture(java.address());
        ours = OurPeer.start(java, "computer=WINPC", "workgroup=" + Nmbd.DOMAIN);
        ours.listen("BROWSE");
        Nmbd.start(lab.host("smb", "10.77.0.20"), folder)
                .awaitName(java, Nmbd.COMPUTER)
                .awaitName(java, Nmbd.DOMAIN + "#1b");
    }

    @AfterAll
    static void everythingWeSaidWasUnderstood() {
        ours.put("\\\\SAMBAPDC@10.77.0.20\\mailslot\\END", "the end of it");
        Dissectors.agreeOn(capture.endsWith("the end of it"), java);
    }

    /** MS-BRWS section 2.2.1: command, update count, period, name, version, type, browser version, signature, comment. */
    @Test
    void itsHostAnnouncement() {
        Arrival announcement = ours.next("BROWSE");
        assertThat(announcement.sender()).isEqualTo("SAMBAPDC<00>");
        assertThat(announcement.destination()).isEqualTo("LABGRP<1D>");
        assertThat(announcement.delivery()).isEqualTo("GROUP");
        assertThat(announcement.address()).isEqualTo("10.77.0.20:138");
        assertThat(announcement.slot()).isEqualTo("\\MAILSLOT\\BROWSE");
        assertThat(announcement.payload().get(0)).isEqualTo(1);
        assertThat(announcement.payload().slice(6, 16)).isEqualTo(latin("SAMBAPDC\0\0\0\0\0\0\0\0"));
        assertThat(announcement.payload().from(32)).isEqualTo(latin("lab pdc\0"));
    }

    /** MS-ADTS section 6.3.1: LOGON_PRIMARY_QUERY, answered by LOGON_PRIMARY_RESPONSE to the slot that we name. */
    @ParameterizedTest
    @ValueSource(strings = {"NET\\GETDC123", "MYSLOT", "a\\reply.of\\our-own"})
    void itsAnswerToAQueryInASlotOfOurChoosing(String slot) {
        ours.listen(slot);
        ours.put("\\\\LABGRP<1b>@10.77.0.20\\mailslot\\NET\\NETLOGON", primaryQuery("\\MAILSLOT\\" + slot));
        Arrival answer = ours.next(slot);
        assertThat(answer.slot()).isEqualTo("\\MAILSLOT\\" + slot);
        assertThat(answer.sender()).isEqualTo("SAMBAPDC<00>");
        assertThat(answer.destination()).isEqualTo("WINPC<00>");
        assertThat(answer.delivery()).isEqualTo("UNIQUE");
        assertThat(answer.address()).isEqualTo("10.77.0.20:138");
        assertThat(answer.payload()).isEqualTo(primaryResponse());
    }

    private static Octets primaryQuery(String replySlot) {
        Payload query = new Payload().hex("0700").text("WINPC\0", StandardCharsets.US_ASCII);
        query.text(replySlot + "\0", StandardCharsets.US_ASCII).even();
        return query.text("WINPC\0", StandardCharsets.UTF_16LE)
                .hex("01000000ffffffff")
                .octets();
    }

    private static Octets primaryResponse() {
        Payload response = new Payload()
                .hex("0c00")
                .text("SAMBAPDC\0", StandardCharsets.US_ASCII)
                .even();
        return response.text("SAMBAPDC\0LABGRP\0", StandardCharsets.UTF_16LE)
                .hex("01000000ffffffff")
                .octets();
    }

    private static Octets latin(String text) {
        return Octets.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A payload in the making. */
    private static final class Payload {
        private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

        Payload hex(String digits) {
            octets.writeBytes(HexFormat.of().parseHex(digits));
            return this;
        }

        Payload text(String text, Charset charset) {
            octets.writeBytes(text.getBytes(charset));
            return this;
        }

        /** Text in UTF-16 starts at an even offset. */
        Payload even() {
            return octets.size() % 2 == 0 ? this : hex("00");
        }

        Octets octets() {
            return Octets.wrap(octets.toByteArray());
        }
    }
}
