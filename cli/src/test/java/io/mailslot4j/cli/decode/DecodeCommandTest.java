package io.mailslot4j.cli.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.mailslot4j.cli.JsonReader;
import io.mailslot4j.cli.Ran;
import io.mailslot4j.cli.captures.CaptureBytes;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramError;
import io.mailslot4j.protocol.datagram.DatagramErrorCode;
import io.mailslot4j.protocol.datagram.DatagramFlags;
import io.mailslot4j.protocol.datagram.DatagramFragmenter;
import io.mailslot4j.protocol.datagram.DatagramHeader;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.DatagramQuery;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.name.NameScope;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodeCommandTest {
    private static final NetBiosName FROM = NetBiosName.of("SAMBAPDC", NameSuffix.WORKSTATION);
    private static final NetBiosName TO = NetBiosName.of("LABGRP", NameSuffix.LOCAL_MASTER_BROWSER);

    @TempDir
    private Path folder;

    @Test
    void aMailslotWriteIsShownAsTheContractSays() {
        Ran ran = decode(CaptureBytes.frame(
                138, datagram(write("\\MAILSLOT\\BROWSE", "hi")).encode()));
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .isEqualTo(
                        "{\"frame\":1,\"time\":\"2023-11-14T22:13:20.123456Z\",\"source\":\"10.77.0.20:138\","
                                + "\"destination\":\"10.77.0.255:138\",\"kind\":\"direct-group\",\"id\":4660,"
                                + "\"from\":{\"name\":\"SAMBAPDC\",\"suffix\":\"00\"},\"to\":{\"name\":\"LABGRP\",\"suffix\":\"1d\"},"
                                + "\"slot\":\"\\\\MAILSLOT\\\\BROWSE\",\"opcode\":1,\"priority\":0,\"class\":2,\"payload\":\"6869\",\"message\":{\"type\":\"unknown\",\"opcode\":104}}\n");
    }

    @Test
    void scopesAreShownWhenThereAreAny() {
        NetBiosDatagram d = NetBiosDatagram.of(
                header(DatagramType.DIRECT_GROUP), FROM.in(NameScope.parse("A.B")), TO, write("\\MAILSLOT\\X", ""));
        assertThat(json(CaptureBytes.frame(138, d.encode())))
                .containsEntry("from", Map.of("name", "SAMBAPDC", "suffix", "00", "scope", "A.B"))
                .containsEntry("to", Map.of("name", "LABGRP", "suffix", "1d"));
    }

    @Test
    void whatCannotBeReadIsAnErrorThatTellsWhere() {
        byte[] packet = datagram(write("\\MAILSLOT\\X", "")).encode().toArray();
        packet[48] = 0x21;
        assertThat(json(CaptureBytes.frame(138, Octets.wrap(packet))))
                .containsOnlyKeys("frame", "time", "source", "destination", "error", "field", "offset", "reason")
                .containsEntry("field", "destination name")
                .containsEntry("offset", 48L);
    }

    @Test
    void aDatagramWithoutAMailslotWriteKeepsItsNames() {
        assertThat(json(CaptureBytes.frame(138, datagram(Octets.ofHex("00")).encode())))
                .containsEntry("kind", "direct-group")
                .containsKeys("from", "to", "error", "field", "offset", "reason")
                .doesNotContainKey("slot");
    }

    @Test
    void datagramErrorsHaveTheirCode() {
        DatagramError error = new DatagramError(
                header(DatagramType.ERROR), DatagramErrorCode.DESTINATION_NAME_NOT_PRESENT, Octets.EMPTY);
        assertThat(json(CaptureBytes.frame(138, error.encode())))
                .containsEntry("kind", "datagram-error")
                .containsEntry("code", 0x82L)
                .containsEntry("meaning", "destination name not present (0x82)");
    }

    @Test
    void queriesHaveTheirName() {
        DatagramQuery query = new DatagramQuery(header(DatagramType.QUERY_REQUEST), TO, Octets.EMPTY);
        assertThat(json(CaptureBytes.frame(138, query.encode())))
                .containsEntry("kind", "datagram-query-request")
                .containsEntry("to", Map.of("name", "LABGRP", "suffix", "1d"));
    }

    @Test
    void theLastFragmentCompletesTheMessage() {
        List<DatagramMessage> pieces =
                DatagramFragmenter.fragment(datagram(write("\\MAILSLOT\\X", "y".repeat(200))), 300);
        Ran ran = decode(
                pieces.stream().map(p -> CaptureBytes.frame(138, p.encode())).toArray(Octets[]::new));
        assertThat(ran.lines()).hasSizeGreaterThan(1);
        Map<String, Object> first = JsonReader.object(ran.lines().get(0));
        assertThat(first).containsKeys("fragment", "from").doesNotContainKey("payload");
        Map<String, Object> last = JsonReader.object(ran.lines().get(ran.lines().size() - 1));
        assertThat(last).containsKeys("fragment", "from").contains(entry("payload", "79".repeat(200)));
    }

    @Test
    void odditiesAreNotes() {
        MailslotWrite plain = MailslotWrite.of("\\MAILSLOT\\X", Octets.ofHex("00"));
        MailslotWrite odd = new MailslotWrite(
                plain.header(), plain.words(), plain.slot(), plain.padding(), plain.data(), Octets.ofHex("ff"));
        assertThat(json(CaptureBytes.frame(138, datagram(odd.encode()).encode())))
                .containsEntry("notes", List.of("1 octets behind the data"));
    }

    @Test
    void otherPortsAreNotShown() {
        Ran ran = decode(CaptureBytes.frame(53, Octets.ofHex("00")));
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void ipFragmentsArePutTogether() {
        Octets whole =
                CaptureBytes.frame(138, datagram(write("\\MAILSLOT\\X", "hi")).encode());
        Ran ran = decode(piece(whole, 0, 80), piece(whole, 80, whole.size() - 34 - 80));
        assertThat(ran.lines())
                .singleElement()
                .satisfies(line ->
                        assertThat(JsonReader.object(line)).contains(entry("frame", 2L), entry("payload", "6869")));
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void whatCannotBeShownIsCounted() {
        Octets whole =
                CaptureBytes.frame(138, datagram(write("\\MAILSLOT\\X", "hi")).encode());
        byte[] gre = whole.toArray();
        gre[23] = 47;
        Ran ran = decode(piece(whole, 0, 80), Octets.wrap(gre), Octets.wrap(gre));
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).isEqualTo("""
                        -: 2 frames left out in GRE tunnels
                        -: 1 frames left out with IP fragments of packets that were not captured as a whole
                        """);
    }

    /** A fragment of the IP packet in an Ethernet frame. */
    private static Octets piece(Octets frame, int offset, int length) {
        byte[] octets = new byte[34 + length];
        frame.slice(0, 34).copyTo(octets, 0);
        frame.slice(34 + offset, length).copyTo(octets, 34);
        boolean more = 34 + offset + length < frame.size();
        octets[17] = (byte) (20 + length);
        octets[16] = (byte) ((20 + length) >> 8);
        octets[20] = (byte) (more ? 0x20 : 0);
        octets[21] = (byte) (offset / 8);
        return Octets.wrap(octets);
    }

    @Test
    void linesForPeopleHaveNothingHostileInThem() {
        Octets userData = write("\\MAILSLOT\\A\u001b]0;x\u0007", "\u001b[2J\u202e\\");
        Ran ran = Ran.withStdin(
                CaptureBytes.of(CaptureBytes.frame(138, datagram(userData).encode())), "decode", "-");
        assertThat(ran.lines())
                .singleElement()
                .asString()
                .endsWith("SAMBAPDC<00> → LABGRP<1D>  A\\x1b]0;x\\x07  \\x1b[2J\\xe2\\x80\\xae\\\\");
    }

    @Test
    void oneBadFileDoesNotKeepTheOthersFromBeingShown() throws IOException {
        Path bad = Files.write(folder.resolve("bad"), new byte[] {1, 2, 3, 4});
        Path good = Files.write(
                folder.resolve("good"),
                CaptureBytes.of(CaptureBytes.frame(
                        138, datagram(write("\\MAILSLOT\\X", "")).encode())));
        Ran ran = Ran.mailslot("decode", "--json", bad.toString(), good.toString());
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err().lines()).singleElement().asString().contains(bad + ": not a capture file");
        assertThat(ran.lines())
                .singleElement()
                .satisfies(line -> assertThat(JsonReader.object(line)).containsEntry("file", good.toString()));
    }

    private static Map<String, Object> json(Octets frame) {
        Ran ran = decode(frame);
        assertThat(ran.lines()).hasSize(1);
        return JsonReader.object(ran.lines().get(0));
    }

    private static Ran decode(Octets... frames) {
        return Ran.withStdin(CaptureBytes.of(frames), "decode", "--json", "-");
    }

    private static DatagramHeader header(DatagramType type) {
        return new DatagramHeader(type, DatagramFlags.whole(NodeType.H), 0x1234, Ipv4Address.parse("10.77.0.20"), 138);
    }

    private static NetBiosDatagram datagram(Octets userData) {
        return NetBiosDatagram.of(header(DatagramType.DIRECT_GROUP), FROM, TO, userData);
    }

    private static Octets write(String slot, String text) {
        return MailslotWrite.of(slot, Octets.wrap(text.getBytes(StandardCharsets.UTF_8)))
                .encode();
    }
}
