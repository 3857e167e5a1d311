package io.mailslot4j.interop;

import static io.mailslot4j.interop.lab.DatagramField.DATA;
import static io.mailslot4j.interop.lab.DatagramField.DESTINATION;
import static io.mailslot4j.interop.lab.DatagramField.SLOT;
import static io.mailslot4j.interop.lab.DatagramField.SOURCE;
import static io.mailslot4j.interop.lab.DatagramField.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.interop.lab.Capture;
import io.mailslot4j.interop.lab.DatagramField;
import io.mailslot4j.interop.lab.Dissectors;
import io.mailslot4j.interop.lab.Lab;
import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.NeedsPeers;
import io.mailslot4j.interop.lab.Nmbd;
import io.mailslot4j.interop.lab.Peer;
import io.mailslot4j.interop.lab.SambaNdr;
import io.mailslot4j.interop.lab.Tshark;
import io.mailslot4j.interop.lab.UnexpectedSocket;
import io.mailslot4j.interop.peer.OurPeer;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.SizeLimit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we send to Samba's nmbd comes out of it again with the same names, slot and payload. */
@NeedsPeers({Peer.LAB, Peer.NMBD, Peer.TCPDUMP, Peer.TSHARK, Peer.SAMBA_NDR})
class NmbdUnexpectedTest {
    private static final String TO_COMPUTER = "\\\\SAMBAPDC@10.77.0.20\\mailslot\\";
    private static final String TO_DOMAIN = "\\\\LABGRP\\mailslot\\";
    private static final String TO_EVERYBODY = "\\\\*\\mailslot\\";
    private static final int UNIQUE = 0x10;
    private static final int GROUP = 0x11;

    @AutoClose
    private static Lab lab;

    private static LabHost pc;
    private static Capture capture;
    private static OurPeer writer;
    private static OurPeer writerLikeWindows;

    @AutoClose
    private static UnexpectedSocket unexpected;

    @AutoClose
    private static SambaNdr samba;

    private static final List<Octets> handedOver = new ArrayList<>();

    @BeforeAll
    static void startNmbd(@TempDir Path folder) {
        lab = Lab.open();
        pc = lab.host("pc", "10.77.0.10");
        capture = lab.capture(pc.address());
        Nmbd nmbd = Nmbd.start(lab.host("smb", "10.77.0.20"), folder);
        writer = OurPeer.start(pc, "computer=WINPC", "workgroup=" + Nmbd.DOMAIN, "limit=NMBD_576");
        writerLikeWindows = OurPeer.start(pc, "computer=WINPC", "workgroup=" + Nmbd.DOMAIN);
        samba = SambaNdr.start();
        nmbd.awaitName(pc, Nmbd.COMPUTER).awaitName(pc, Nmbd.DOMAIN);
        unexpected = nmbd.unexpectedPackets();
    }

    @AfterAll
    static void everythingWasUnderstoodAndHandedOverOctetForOctet() {
        writer.put(TO_COMPUTER + "END", "the end of it");
        List<Tshark.Dissection> sent = Dissectors.agreeOn(capture.endsWith("the end of it"), pc);
        assertThat(sent).extracting(Tshark.Dissection::packet).containsAll(handedOver);
        System.out.printf("%d of them handed over by nmbd octet for octet%n", handedOver.size());
    }

    private static Map<DatagramField, String> handedOver() throws InterruptedException {
        Octets packet = unexpected.next();
        handedOver.add(packet);
        return samba.read(packet).fields();
    }

    private static void comesOut(int type, String destination, String slot, Octets payload)
            throws InterruptedException {
        assertThat(handedOver())
                .containsEntry(TYPE, Integer.toString(type))
                .containsEntry(SOURCE, "WINPC<00>")
                .containsEntry(DESTINATION, destination)
                .containsEntry(SLOT, "\\MAILSLOT\\" + slot)
                .containsEntry(DATA, payload.toHex());
    }

    private static Octets text(String text) {
        return Octets.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Octets octets(int count) {
        return text("x".repeat(count));
    }

    @Test
    void aMessageToTheComputer() throws InterruptedException {
        writer.put(TO_COMPUTER + "LISTENER", "to you");
        comesOut(UNIQUE, "SAMBAPDC<00>", "LISTENER", text("to you"));
    }

    @Test
    void aMessageToTheDomain() throws InterruptedException {
        writer.put(TO_DOMAIN + "LISTENER", "to all of you");
        comesOut(GROUP, "LABGRP<00>", "LISTENER", text("to all of you"));
    }

    @Test
    void aMessageToEverybody() throws InterruptedException {
        writer.put(TO_EVERYBODY + "LISTENER", "to all of us");
        comesOut(GROUP, "LABGRP<00>", "LISTENER", text("to all of us"));
    }

    @Test
    void anyOctets() throws InterruptedException {
        Octets octets = Octets.ofHex("00ff5c4d41494c534c4f540a0d00");
        writer.put(TO_COMPUTER + "LISTENER", octets);
        comesOut(UNIQUE, "SAMBAPDC<00>", "LISTENER", octets);
    }

    /** Names whose messages need 0, 1, 2 and 3 octets of padding, and more. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "L",
                "Li",
                "Lis",
                "List",
                "LISTENER",
                "deep\\down\\in.the-cellar",
                "with_a_name_of_thirty_letters_"
            })
    void theSmallestAndTheLargestMessageForNmbd(String slot) throws InterruptedException {
        int limit = SizeLimit.NMBD_576.maxPayload("\\MAILSLOT\\" + slot);
        for (String target : List.of(TO_COMPUTER, TO_DOMAIN)) {
            String destination = target.equals(TO_COMPUTER) ? "SAMBAPDC<00>" : "LABGRP<00>";
            int type = target.equals(TO_COMPUTER) ? UNIQUE : GROUP;
            for (int size : new int[] {1, limit}) {
                writer.put(target + slot, octets(size));
                comesOut(type, destination, slot, octets(size));
            }
            assertThat(writer.failureOfPut(target + slot, octets(limit + 1)))
                    .startsWith("MessageTooBigException")
                    .contains((limit + 1) + " octets", "at most " + limit, "nmbd", "576");
        }
    }

    /** So its limit is exact: only messages that we do send to it by that limit come out. */
    @ParameterizedTest
    @ValueSource(strings = {"L", "Li", "Lis", "List", "LISTENER"})
    void nmbdDropsOneOctetMoreAndEmptyMessages(String slot) throws InterruptedException {
        int tooMuch = SizeLimit.NMBD_576.maxPayload("\\MAILSLOT\\" + slot) + 1;
        writerLikeWindows.put(TO_COMPUTER + slot, octets(tooMuch));
        writerLikeWindows.put(TO_COMPUTER + slot, Octets.EMPTY);
        writerLikeWindows.put(TO_COMPUTER + slot, "after them");
        comesOut(UNIQUE, "SAMBAPDC<00>", slot, text("after them"));
    }
}
