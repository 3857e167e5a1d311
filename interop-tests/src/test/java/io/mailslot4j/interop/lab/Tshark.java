package io.mailslot4j.interop.lab;

import io.mailslot4j.protocol.Octets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Wireshark's dissectors, on the command line. */
public final class Tshark {

    /**
     * What tshark sees in a packet of the datagram service.
     *
     * @param sender where it came from
     * @param packet the UDP payload
     * @param complaints what tshark does not like about it; nothing if all is well
     * @param fields what it says
     */
    public record Dissection(String sender, Octets packet, String complaints, Map<DatagramField, String> fields) {}

    /**
     * What tshark sees in a packet of the name service.
     *
     * @param sender where it came from
     * @param packet the UDP payload
     * @param complaints what tshark does not like about it; nothing if all is well
     * @param fields what it says
     */
    public record NamePacket(String sender, Octets packet, String complaints, Map<NamePacketField, String> fields) {}

    private static final List<String> BESIDES =
            List.of("ip.src", "udp.payload", "_ws.malformed", "_ws.expert.message", "frame.protocols");
    private static final Pattern TRACEROUTE = Pattern.compile("Possible traceroute: hop #\\d+, attempt #\\d+\\|?");
    /** Behind the name of a record stands what its suffix is for. */
    private static final Pattern ROLE = Pattern.compile(" \\([A-Z][A-Za-z/ ]+\\)(?=\\||$)");
    /** Payloads that tshark reads itself, and so does not show as data. */
    private static final Pattern READ_FURTHER = Pattern.compile(":(browser|lanman|smb_netlogon)$");
    /** Where there is no data, tshark does not look at the mailslot either. */
    private static final Set<DatagramField> NOT_SHOWN_WITHOUT_DATA =
            EnumSet.of(DatagramField.OPCODE, DatagramField.PRIORITY, DatagramField.CLASS, DatagramField.SLOT);

    private Tshark() {}

    /** Dissects all packets of the datagram service in a capture. */
    public static List<Dissection> dissect(Path capture) {
        List<String> fields = Arrays.stream(DatagramField.values())
                .map(DatagramField::tsharkName)
                .toList();
        return table(capture, "udp.port == 138", fields).map(Tshark::dissection).toList();
    }

    /** Dissects all packets of the name service in a capture. */
    public static List<NamePacket> dissectNames(Path capture) {
        List<String> fields = Arrays.stream(NamePacketField.values())
                .map(NamePacketField::tsharkName)
                .toList();
        return table(capture, "udp.port == 137", fields).map(Tshark::namePacket).toList();
    }

    /** The columns of each packet: what {@link #BESIDES} is there, then some fields. */
    private static Stream<String[]> table(Path capture, String filter, List<String> fields) {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", capture.toString(), "-Y", filter));
        command.addAll(List.of("-T", "fields", "-E", "separator=/t", "-E", "aggregator=|"));
        BESIDES.forEach(field -> command.addAll(List.of("-e", field)));
        fields.forEach(field -> command.addAll(List.of("-e", field)));
        return Command.output(command).lines().map(line -> line.split("\t", -1));
    }

    /** Dissects UDP payloads on port 138; tshark's own text2pcap puts frames around them. */
    public static List<Dissection> dissect(List<Octets> packets) {
        try {
            Path text = Files.createTempFile("packets", ".txt");
            Path capture = Files.createTempFile("packets", ".pcap");
            try {
                Files.write(text, packets.stream().map(Tshark::dump).toList());
                Command.output("text2pcap", "-q", "-u", "138,138", text.toString(), capture.toString());
                return dissect(capture);
            } finally {
                Files.delete(text);
                Files.delete(capture);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String dump(Octets packet) {
        return "000000 " + packet.toHex().replaceAll("..", "$0 ");
    }

    private static Dissection dissection(String... columns) {
        Map<DatagramField, String> fields = DatagramField.inOrder(values(columns));
        if (READ_FURTHER.matcher(columns[4]).find()) {
            fields.remove(DatagramField.DATA);
        }
        if ("0".equals(fields.get(DatagramField.DATA_COUNT))) {
            fields.keySet().removeAll(NOT_SHOWN_WITHOUT_DATA);
        }
        return new Dissection(columns[0], Octets.ofHex(columns[1]), complaints(columns), fields);
    }

    private static NamePacket namePacket(String... columns) {
        return new NamePacket(
                columns[0], Octets.ofHex(columns[1]), complaints(columns), NamePacketField.inOrder(values(columns)));
    }

    /** What port the system chose for a packet is chance; those of old traceroutes are remarked on. */
    private static String complaints(String... columns) {
        return columns[2] + TRACEROUTE.matcher(columns[3]).replaceAll("");
    }

    private static List<String> values(String... columns) {
        return Arrays.stream(columns).skip(BESIDES.size()).map(Tshark::normal).toList();
    }

    /** Hexadecimal numbers become decimal, a {@code *} loses the zeros that pad it, and a name what it is for. */
    private static String normal(String value) {
        return Arrays.stream(ROLE.matcher(value).replaceAll("").split("\\|", -1))
                .map(each -> each.matches("0x\\p{XDigit}+")
                        ? Long.decode(each).toString()
                        : each.replaceFirst("^\\*(<00>)+<00>", "*<00>"))
                .collect(Collectors.joining("|"));
    }
}
