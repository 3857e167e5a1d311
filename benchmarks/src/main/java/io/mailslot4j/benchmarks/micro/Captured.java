package io.mailslot4j.benchmarks.micro;

import io.mailslot4j.pcaps.CaptureReader;
import io.mailslot4j.pcaps.CapturedFrame;
import io.mailslot4j.pcaps.FrameContent;
import io.mailslot4j.pcaps.UdpPacket;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Packets as others have sent them, from the captures of this project; our own where nobody else sends such. */
final class Captured {
    private static final String FOLDER = "/META-INF/mailslot4j/captures/";
    private static final int NAME_SERVICE = 137;
    private static final List<String> CAPTURES = List.of(
            "nmbd-boot",
            "samlogon",
            "getdc",
            "lm-logon",
            "backup-list",
            "addc-getdc-samlogon",
            "nbstat-tools",
            "smbtorture-addc-nbt.wins.wins",
            "smbtorture-addc-nbt.register",
            "nmbd-as-wins-client",
            "owning-names-by-wins-nmbd",
            "lab-samba-nmbd-a",
            "synthetic-types-a",
            "ourselves-every-kind");

    private Captured() {}

    /** The octets of a whole capture file. */
    static byte[] file(String capture) throws IOException {
        try (InputStream in = Captured.class.getResourceAsStream(FOLDER + capture + ".pcap")) {
            if (in == null) {
                throw new FileNotFoundException(capture);
            }
            return in.readAllBytes();
        }
    }

    /** The first datagram that is wanted. */
    static Octets datagram(Predicate<DatagramMessage> wanted) throws IOException {
        return first(false, octets -> wanted.test(DatagramMessage.decode(octets)));
    }

    /** The first packet of the name service that is wanted. */
    static Octets name(Predicate<NameServicePacket> wanted) throws IOException {
        return first(true, octets -> wanted.test(NameServicePacket.decode(octets)));
    }

    /** The first write to a mailslot that is wanted. */
    static MailslotWrite write(Predicate<MailslotWrite> wanted) throws IOException {
        Octets datagram = datagram(
                message -> message instanceof NetBiosDatagram whole && wanted.test(MailslotWrite.decode(whole)));
        return MailslotWrite.decode((NetBiosDatagram) DatagramMessage.decode(datagram));
    }

    private static Octets first(boolean nameService, Predicate<Octets> wanted) throws IOException {
        for (String capture : CAPTURES) {
            for (CapturedFrame frame : frames(file(capture))) {
                if (FrameContent.of(frame) instanceof UdpPacket udp
                        && isOfNameService(udp) == nameService
                        && isReadable(udp.payload(), wanted)) {
                    return udp.payload();
                }
            }
        }
        throw new FileNotFoundException("no capture has what is wanted");
    }

    static List<CapturedFrame> frames(byte[] file) throws IOException {
        List<CapturedFrame> frames = new ArrayList<>();
        try (CaptureReader reader = CaptureReader.open(new ByteArrayInputStream(file))) {
            for (Optional<CapturedFrame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                frames.add(frame.get());
            }
        }
        return frames;
    }

    static boolean isOfNameService(UdpPacket udp) {
        return udp.source().port() == NAME_SERVICE || udp.destination().port() == NAME_SERVICE;
    }

    private static boolean isReadable(Octets packet, Predicate<Octets> wanted) {
        try {
            return wanted.test(packet);
        } catch (MalformedPacketException damaged) {
            return false;
        }
    }
}
