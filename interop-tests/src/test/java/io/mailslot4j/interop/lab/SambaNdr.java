package io.mailslot4j.interop.lab;

import io.mailslot4j.protocol.Octets;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Samba's own reader and writer of packets, generated from its nbt.idl, through the Python package of Samba. */
public final class SambaNdr implements AutoCloseable {
    static final String PYTHON = "/usr/bin/python3";

    private static final String SCRIPT = "samba-ndr.py";

    /**
     * What Samba sees in a datagram.
     *
     * @param fields what it says
     * @param writtenBack what Samba writes for what it has read
     */
    public record Reading(Map<DatagramField, String> fields, Octets writtenBack) {}

    /**
     * What Samba sees in a packet of the name service.
     *
     * @param fields what it says
     * @param writtenBack what Samba writes for what it has read
     */
    public record NameReading(Map<NamePacketField, String> fields, Octets writtenBack) {}

    private final RunningProcess python;

    private SambaNdr(RunningProcess python) {
        this.python = python;
    }

    /** Starts Python. */
    public static SambaNdr start() {
        return new SambaNdr(RunningProcess.start(List.of(PYTHON, script().toString())));
    }

    private static Path script() {
        try {
            URL script = Objects.requireNonNull(SambaNdr.class.getResource(SCRIPT), SCRIPT);
            return Path.of(script.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a datagram, and writes it back.
     *
     * @throws IllegalStateException if Samba cannot read it
     */
    public Reading read(Octets packet) {
        List<String> answer = ask("datagram", packet);
        return new Reading(DatagramField.inOrder(answer.subList(1, answer.size())), Octets.ofHex(answer.get(0)));
    }

    /**
     * Reads a packet of the name service, and writes it back.
     *
     * @throws IllegalStateException if Samba cannot read it
     */
    public NameReading readName(Octets packet) {
        List<String> answer = ask("name", packet);
        return new NameReading(NamePacketField.inOrder(answer.subList(1, answer.size())), Octets.ofHex(answer.get(0)));
    }

    /**
     * What Samba sees in what a mailslot carries.
     *
     * @param fields what it says, by Samba's names, those of inner structures too
     * @param writtenBack what Samba writes for what it has read
     */
    public record PayloadReading(Map<String, String> fields, Octets writtenBack) {}

    /**
     * Reads what a mailslot carries, and writes it back.
     *
     * @param structure the name of its structure in nbt.idl
     * @throws IllegalStateException if Samba cannot read it
     */
    public PayloadReading readPayload(String structure, Octets payload) {
        List<String> answer = ask(structure, payload);
        Map<String, String> fields = answer.subList(1, answer.size()).stream()
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> field[1], (first, second) -> first));
        return new PayloadReading(fields, Octets.ofHex(answer.get(0)));
    }

    private List<String> ask(String kind, Octets packet) {
        python.say(kind + " " + packet.toHex());
        String answer = python.awaitLine(".*");
        List<String> parts = List.of(answer.split("\t", -1));
        if (!parts.get(0).equals("read")) {
            throw new IllegalStateException("Samba cannot read " + packet + ": " + answer);
        }
        return parts.subList(1, parts.size());
    }

    @Override
    public void close() {
        python.close();
    }
}
