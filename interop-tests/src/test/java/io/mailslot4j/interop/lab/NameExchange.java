package io.mailslot4j.interop.lab;

import io.mailslot4j.pcaps.CaptureFormatException;
import io.mailslot4j.pcaps.CaptureReader;
import io.mailslot4j.pcaps.CapturedFrame;
import io.mailslot4j.pcaps.FrameContent;
import io.mailslot4j.pcaps.UdpEndpoint;
import io.mailslot4j.pcaps.UdpPacket;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NameServicePacketKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request to the name service, and all that was answered.
 *
 * @param client who asks
 * @param server who is asked, perhaps by broadcast
 * @param name what it is about
 * @param request kind, flags and counts, such as {@code NAME_QUERY_REQUEST 0100 1/0/0/0}
 * @param answers the same of each answer; copies are left out
 */
public record NameExchange(
        UdpEndpoint client, UdpEndpoint server, NetBiosName name, String request, List<String> answers) {
    private static final int PORT = 137;

    /** Who asks whom what. */
    private record Key(UdpEndpoint client, UdpEndpoint server, int id, NetBiosName name) {}

    /** The exchanges of a capture so far, in the order of the first requests; repeated requests are one. */
    public static List<NameExchange> in(Path capture) {
        Map<Key, NameExchange> exchanges = new LinkedHashMap<>();
        try (CaptureReader frames = CaptureReader.open(Files.newInputStream(capture))) {
            for (Optional<CapturedFrame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
                if (FrameContent.of(frame.get()) instanceof UdpPacket udp
                        && (udp.source().port() == PORT || udp.destination().port() == PORT)) {
                    add(udp, exchanges);
                }
            }
        } catch (CaptureFormatException theLastFrameIsBeingWritten) {
            return List.copyOf(exchanges.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(exchanges.values());
    }

    private static void add(UdpPacket udp, Map<Key, NameExchange> exchanges) {
        NameServicePacket packet;
        try {
            packet = NameServicePacket.decode(udp.payload());
        } catch (MalformedPacketException aNameThatIsTooLong) {
            return;
        }
        NetBiosName name = packet.subject().orElseThrow();
        if (packet.flags().response()) {
            NameExchange asked = exchanges.get(new Key(udp.destination(), udp.source(), packet.id(), name));
            String answer = shape(packet);
            if (asked != null && !asked.answers.contains(answer)) {
                asked.answers.add(answer);
            }
        } else {
            exchanges.putIfAbsent(
                    new Key(udp.source(), udp.destination(), packet.id(), name),
                    new NameExchange(udp.source(), udp.destination(), name, shape(packet), new ArrayList<>()));
        }
    }

    private static String shape(NameServicePacket packet) {
        return String.format(
                "%s %04x %d/%d/%d/%d",
                packet.kind().name(),
                packet.flags().value(),
                packet.questions().size(),
                packet.answers().size(),
                packet.authorities().size(),
                packet.additional().size());
    }

    /** Whether a host is the client. */
    public boolean isOf(LabHost host) {
        return host.addresses().contains(client.address().toString());
    }

    /** Whether a host is the server. */
    public boolean isTo(LabHost host) {
        return host.addresses().contains(server.address().toString());
    }

    /** Whether the request is of a kind. */
    public boolean is(NameServicePacketKind kind) {
        return request.startsWith(kind.name() + " ");
    }

    /** The kinds of the answers. */
    public List<String> answerKinds() {
        return answers.stream().map(answer -> answer.split(" ", -1)[0]).toList();
    }

    /** What is asked by whom is not the same, but its form is. */
    public static Collection<String> requests(Collection<NameExchange> exchanges) {
        return exchanges.stream().map(NameExchange::request).collect(Collectors.toSet());
    }
}
