package io.mailslot4j.interop.peer;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotException;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.MailslotNetworkBuilder;
import io.mailslot4j.Message;
import io.mailslot4j.NetworkCounters;
import io.mailslot4j.NetworkStatus;
import io.mailslot4j.Serializer;
import io.mailslot4j.protocol.mailslot.SizeLimit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A program that uses mailslots and nothing else. It takes commands from its standard input, one a line, and answers
 * each with one line; what its readers get comes as lines of its own. See {@link OurPeer} for what they mean.
 */
public final class PeerMain {
    private final MailslotNetwork network;
    private final List<Mailslot<byte[]>> readers = new ArrayList<>();

    private PeerMain(MailslotNetwork network) {
        this.network = network;
    }

    /**
     * Obeys until the input ends.
     *
     * @param settings each as {@code name=value}
     */
    public static void main(String[] settings) throws IOException {
        MailslotNetworkBuilder builder = MailslotNetwork.builder();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            set(builder, setting.substring(0, equals), setting.substring(equals + 1));
        }
        try (MailslotNetwork network = builder.build()) {
            new PeerMain(network).obey();
        }
    }

    private static void set(MailslotNetworkBuilder builder, String name, String value) {
        switch (name) {
            case "computer" -> builder.computerName(value);
            case "workgroup" -> builder.workgroup(value);
            case "interface" -> builder.networkInterface(value);
            case "native" -> builder.nativeTransport(Boolean.parseBoolean(value));
            case "limit" -> builder.sizeLimit(SizeLimit.valueOf(value));
            default -> throw new IllegalArgumentException(name);
        }
    }

    private void obey() throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ", -1);
            try {
                say("answer", answer(words));
            } catch (MailslotException e) {
                say("failure", e.getClass().getSimpleName(), e.getMessage());
            }
        }
    }

    private String answer(String... words) {
        return switch (words[0]) {
            case "listen" -> listen(words[1]);
            case "put" -> put(words[1], words.length == 2 ? "" : words[2]);
            case "count" -> count(words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]));
            case "counters" -> counters();
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private String listen(String slot) {
        Mailslot<byte[]> reader = Mailslot.builder(slot)
                .serializer(Serializer.bytes())
                .network(network)
                .openReader();
        readers.add(reader);
        Thread thread = new Thread(() -> report(reader), slot);
        thread.setDaemon(true);
        thread.start();
        NetworkStatus status = network.status();
        return status.transport() + "\t"
                + status.problem().map(p -> p.reason() + "\t" + p.getMessage()).orElse("\t");
    }

    private static void report(Mailslot<byte[]> reader) {
        try {
            while (true) {
                Message<byte[]> message = reader.receive();
                say(
                        "message",
                        message.slot(),
                        message.delivery().name(),
                        message.sender().toString(),
                        message.destination().toString(),
                        message.address()
                                .map(a -> a.getAddress().getHostAddress() + ":" + a.getPort())
                                .orElse(""),
                        HexFormat.of().formatHex(message.payload()));
            }
        } catch (InterruptedException | MailslotException closed) {
            // Nothing more will come.
        }
    }

    private String put(String name, String hex) {
        try (Mailslot<byte[]> writer = writer(name)) {
            writer.put(HexFormat.of().parseHex(hex));
        }
        return "put";
    }

    /** Puts decimal numbers. */
    private String count(String name, int from, int to) {
        try (Mailslot<byte[]> writer = writer(name)) {
            for (int i = from; i < to; i++) {
                writer.put(Integer.toString(i).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return "counted";
    }

    private Mailslot<byte[]> writer(String name) {
        return Mailslot.builder(name)
                .serializer(Serializer.bytes())
                .network(network)
                .open();
    }

    private String counters() {
        NetworkCounters counters = network.counters();
        StringBuilder line = new StringBuilder();
        line.append("received=").append(counters.received());
        line.append("\tdelivered=").append(counters.delivered());
        line.append("\tsent=").append(counters.sent());
        counters.dropped()
                .forEach((reason, count) ->
                        line.append('\t').append(reason.name()).append('=').append(count));
        return line.toString();
    }

    private static synchronized void say(String... words) {
        System.out.println(String.join("\t", words));
    }
}
