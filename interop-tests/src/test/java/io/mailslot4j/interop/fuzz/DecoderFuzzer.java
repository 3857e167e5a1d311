package io.mailslot4j.interop.fuzz;

import io.mailslot4j.nameservice.LmHosts;
import io.mailslot4j.pcaps.CaptureFormatException;
import io.mailslot4j.pcaps.CaptureReader;
import io.mailslot4j.pcaps.CapturedFrame;
import io.mailslot4j.pcaps.FragmentAssembler;
import io.mailslot4j.pcaps.FrameContent;
import io.mailslot4j.pcaps.LinkType;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.mailslot.PlainMailslotWrite;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.payload.PayloadKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What Jazzer feeds: the first octet chooses a decoder, the rest is for that. A decoder gives a value that is encoded to the
 * same octets, or refuses them with the exception that is for that; whatever else happens is a finding.
 */
public final class DecoderFuzzer {
    static final int DATAGRAM = 0;
    static final int WRITE = 1;
    static final int NAME_PACKET = 2;
    static final int CAPTURE = 3;
    static final int FRAME = 4;
    static final int PLAIN = 5;
    static final int LMHOSTS = 6;

    private static final int MAX_PACKET = 2048;
    private static final int[] LINK_TYPES = {0, 1, 9, 12, 50, 101, 104, 105, 108, 113, 127, 228, 229, 276};

    private DecoderFuzzer() {}

    /** One input; called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        Octets octets = Octets.wrap(data).from(1);
        try {
            decode(data[0] & 0xFF, octets);
        } catch (MalformedPacketException refused) {
            if (refused.offset() < 0 || refused.offset() > octets.size()) {
                throw new IllegalStateException("offset " + refused.offset() + " of " + octets.size(), refused);
            }
        } catch (CaptureFormatException refused) {
            // So it is no capture.
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void decode(int decoder, Octets octets) throws IOException {
        switch (decoder) {
            case DATAGRAM -> datagram(octets);
            case WRITE -> same(octets, MailslotWrite.decode(octets).encode());
            case NAME_PACKET -> same(octets, NameServicePacket.decode(octets).encode());
            case CAPTURE -> capture(octets);
            case FRAME -> frame(octets);
            case PLAIN -> plain(octets);
            case LMHOSTS -> lmHosts(octets.text(StandardCharsets.ISO_8859_1));
            default -> {
                PayloadKind[] kinds = PayloadKind.values();
                same(octets, kinds[decoder % kinds.length].decode(octets).encode());
            }
        }
    }

    private static void datagram(Octets octets) {
        DatagramMessage message = DatagramMessage.decode(octets);
        same(octets, message.encode());
        if (message instanceof NetBiosDatagram datagram) {
            MailslotWrite write = MailslotWrite.decode(datagram.userData());
            same(datagram.userData(), write.encode());
            same(write.data(), PayloadKind.decode(write).encode());
        }
    }

    private static void capture(Octets octets) throws IOException {
        FragmentAssembler fragments = new FragmentAssembler();
        try (CaptureReader reader = CaptureReader.open(new ByteArrayInputStream(octets.toArray()))) {
            for (Optional<CapturedFrame> next = reader.next(); next.isPresent(); next = reader.next()) {
                CapturedFrame frame = next.get();
                fragments.accept(frame.time(), FrameContent.of(frame));
            }
        }
    }

    private static void frame(Octets octets) {
        if (!octets.isEmpty()) {
            Octets rest = octets.from(1);
            LinkType type = new LinkType(LINK_TYPES[octets.get(0) % LINK_TYPES.length]);
            FrameContent.of(new CapturedFrame(1, Instant.EPOCH, type, rest.size(), rest));
        }
    }

    /** The short way in reads what the long way reads, or leaves it to that. */
    private static void plain(Octets octets) {
        if (octets.size() <= MAX_PACKET) {
            PlainMailslotWrite plain = new PlainMailslotWrite(MAX_PACKET);
            octets.copyTo(plain.buffer(), 0);
            if (plain.read(octets.size())) {
                NetBiosDatagram datagram = (NetBiosDatagram) DatagramMessage.decode(octets);
                MailslotWrite write = MailslotWrite.decode(datagram.userData());
                same(write.data(), plain.data());
                same(
                        List.of(datagram.header().type(), datagram.source(), datagram.destination(), write.slot()),
                        List.of(plain.type(), plain.source(), plain.destination(), plain.slot()));
            }
        }
    }

    /** Whatever is in a file there are entries that can be found, and problems that can be shown. */
    private static void lmHosts(String text) {
        InputStream included = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
        LmHosts file = LmHosts.parse(text, path -> included);
        for (LmHosts.Entry entry : file.preloaded()) {
            same(Optional.of(entry), file.entry(entry.name()));
        }
        for (String problem : file.problems()) {
            if (!problem.chars().allMatch(c -> c >= ' ' && c <= '~')) {
                throw new IllegalStateException("a problem that cannot be shown: " + problem);
            }
        }
    }

    private static void same(Object before, Object after) {
        if (!before.equals(after)) {
            throw new IllegalStateException(before + " is not " + after);
        }
    }
}
