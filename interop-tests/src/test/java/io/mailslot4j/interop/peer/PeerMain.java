package io.mailslot4j.interop.peer;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotException;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.MailslotNetworkBuilder;
import io.mailslot4j.Message;
import io.mailslot4j.NetworkCounters;
import io.mailslot4j.NetworkStatus;
import io.mailslot4j.Serializer;
import io.mailslot4j.nameservice.NameLookup;
import io.mailslot4j.nameservice.NameService;
import io.mailslot4j.nameservice.NameServiceBuilder;
import io.mailslot4j.nameservice.NameServiceTimer;
import io.mailslot4j.nameservice.NameServiceTimers;
import io.mailslot4j.nameservice.OwnNameStatus;
import io.mailslot4j.nameservice.ResponderLimits;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.SizeLimit;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NodeName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A program that uses mailslots and names, and nothing else. It takes commands from its standard input, one a line, and answers
 * each with one line; what its readers get comes as lines of its own. See {@link OurPeer} for what they mean.
 */
public final class PeerMain {
    private static final Set<String> OF_NAMES = Set.of("node", "wins", "dns", "limits", "timers");

    private final MailslotNetwork network;
    private final NameService names;
    private final List<Mailslot<byte[]>> readers = new ArrayList<>();

    private PeerMain(MailslotNetwork network, NameService names) {
        this.network = network;
        this.names = names;
    }

    /**
     * Obeys until the input ends.
     *
     * @param settings each as {@code name=value}
     */
    public static void main(String[] settings) throws IOException, InterruptedException {
        MailslotNetworkBuilder builder = MailslotNetwork.builder();
        NameServiceBuilder names = NameService.builder();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            String name = setting.substring(0, equals);
            String value = setting.substring(equals + 1);
            if (OF_NAMES.contains(name)) {
                builder.names(own -> setNames(own, name, value));
                setNames(names, name, value);
            } else {
                set(builder, name, value);
            }
        }
        try (MailslotNetwork network = builder.build();
                NameService service = names.build()) {
            new PeerMain(network, service).obey();
        }
    }

    private static void set(MailslotNetworkBuilder builder, String name, String value) {
        switch (name) {
            case "computer" -> builder.computerName(value);
            case "workgroup" -> builder.workgroup(value);
            case "interface" -> builder.networkInterface(value);
            case "own" -> builder.ownNames(Boolean.parseBoolean(value));
            case "folder" -> builder.runtimeFolder(Path.of(value));
            case "nmbd" -> builder.nmbdSocket(Path.of(value));
            case "portFolder" -> builder.portFolder(Path.of(value));
            case "port" -> builder.listenPort(Integer.parseInt(value)).remotePort(Integer.parseInt(value));
            case "limit" -> builder.sizeLimit(SizeLimit.valueOf(value));
            default -> throw new IllegalArgumentException(name);
        }
    }

    /** For the names of the network, and for looking up names without mailslots. */
    private static void setNames(NameServiceBuilder names, String name, String value) {
        switch (name) {
            case "node" -> names.nodeType(NodeType.valueOf(value));
            case "wins" -> names.withoutWins().winsServer(value);
            case "dns" -> names.hostsAndDns(Boolean.parseBoolean(value));
            case "limits" -> names.responderLimits(limits(Integer.parseInt(value)));
            case "timers" -> names.timers(timers(value));
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static ResponderLimits limits(int answers) {
        return new ResponderLimits(answers, answers, answers, answers);
    }

    /** From {@code WINS_DOWN:2000,...}, in milliseconds. */
    private static NameServiceTimers timers(String value) {
        NameServiceTimers timers = NameServiceTimers.DEFAULT;
        for (String timer : value.split(",", -1)) {
            String[] parts = timer.split(":", -1);
            timers = timers.with(NameServiceTimer.valueOf(parts[0]), Duration.ofMillis(Long.parseLong(parts[1])));
        }
        return timers;
    }

    private void obey() throws IOException, InterruptedException {
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

    private String answer(String... words) throws InterruptedException {
        return switch (words[0]) {
            case "listen" -> listen(words[1]);
            case "put" -> put(words[1], words.length == 2 ? "" : words[2]);
            case "count" -> count(words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]));
            case "flood" -> flood(words[1]);
            case "counters" -> counters();
            case "holder" -> holder();
            case "nmbd" -> network.status().nmbdSocket().map(Path::toString).orElse("");
            case "lookup" -> lookup(words[1]);
            case "status" -> status(words[1]);
            case "own" -> own(words[1], words[2].equals("group"));
            case "names" -> names();
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
        return status.problem().map(p -> p.reason() + "\t" + p.getMessage()).orElse("\t");
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

    /** Puts messages until that fails. */
    private String flood(String name) {
        Mailslot<byte[]> writer = writer(name);
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    writer.put(new byte[1]);
                }
            } catch (MailslotException e) {
                say("dry", e.getClass().getSimpleName(), e.getMessage());
            }
        });
        thread.start();
        return "flooding";
    }

    private Mailslot<byte[]> writer(String name) {
        return Mailslot.builder(name)
                .serializer(Serializer.bytes())
                .network(network)
                .open();
    }

    private String lookup(String name) throws InterruptedException {
        NameLookup lookup = names.lookup(name);
        String owners = lookup.owners().stream()
                .map(o -> o.address() + " " + kind(o.group()) + " " + o.source())
                .collect(Collectors.joining(", "));
        String steps = lookup.steps().stream().map(s -> "\t" + s).collect(Collectors.joining());
        return owners + "\t" + kind(lookup.isGroup()) + steps;
    }

    private String status(String address) throws InterruptedException {
        return names.status(Ipv4Address.parse(address))
                .map(status -> status.computerName().map(Object::toString).orElse("")
                        + status.names().stream().map(n -> "\t" + show(n)).collect(Collectors.joining()))
                .orElse("");
    }

    private String own(String name, boolean group) {
        OwnNameStatus status = names.own(NetBiosName.parse(name, NameSuffix.WORKSTATION), group)
                .join();
        return status.state() + "\t"
                + status.refusedBy().map(Ipv4Address::toString).orElse("");
    }

    private String names() throws InterruptedException {
        return names.names().stream()
                .map(name -> name.name() + " " + kind(name.group()) + " " + name.state()
                        + name.server().map(server -> " by " + server).orElse("")
                        + name.ttl().map(ttl -> " for " + ttl.toSeconds()).orElse("")
                        + name.addresses().stream().map(a -> " " + a).collect(Collectors.joining()))
                .collect(Collectors.joining("\t"));
    }

    private String holder() {
        OptionalLong holder = network.status().holder();
        return holder.isPresent() ? Long.toString(holder.getAsLong()) : "";
    }

    private static String show(NodeName name) {
        String active = name.has(NodeName.ACTIVE) ? " <ACTIVE>" : "";
        return name.name() + " " + kind(name.group()) + " " + name.nodeType() + active;
    }

    private static String kind(boolean group) {
        return group ? "group" : "unique";
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
