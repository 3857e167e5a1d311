package io.mailslot4j.interop.lab;

import io.mailslot4j.protocol.Octets;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Samba's own reader and writer of datagrams, generated from its nbt.idl, through the Python package of Samba. */
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
        python.say(packet.toHex());
        String answer = python.awaitLine(".*");
        String[] parts = answer.split("\t", -1);
        if (!parts[0].equals("read")) {
            throw new IllegalStateException("Samba cannot read " + packet + ": " + answer);
        }
        List<String> values = Arrays.stream(parts).skip(2).toList();
        return new Reading(DatagramField.inOrder(values), Octets.ofHex(parts[1]));
    }

    @Override
    public void close() {
        python.close();
    }
}
