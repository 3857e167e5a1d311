package io.mailslot4j.interop.peer;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotException;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.Message;
import io.mailslot4j.Serializer;
import io.mailslot4j.nameservice.ResponderLimits;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * Plays a domain controller for whoever looks for one by NetBIOS: owns its names, reads {@code \MAILSLOT\NET\NETLOGON} and
 * {@code \MAILSLOT\NET\NTLOGON}, and answers in the mailslot that the question names (MS-ADTS section 6.3.1). Written with
 * nothing but what every user of the library has. Prints what it was asked for; ends with its input.
 */
public final class LogonServerMain {
    /** MS-ADTS section 6.3.1.3. */
    private static final int LOGON_PRIMARY_QUERY = 7;

    private static final int LOGON_SAM_LOGON_REQUEST = 0x12;
    private static final int UNLIMITED = 1_000_000;
    private static final String VERSION_1_WITHOUT_LAN_MANAGER = "01000000ffffffff";

    private final MailslotNetwork network;
    private final String computer;
    private final String domain;

    private LogonServerMain(MailslotNetwork network, String computer, String domain) {
        this.network = network;
        this.computer = computer;
        this.domain = domain;
    }

    /**
     * Answers until the input ends.
     *
     * @param arguments the computer name and the domain
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ResponderLimits unlimited = new ResponderLimits(UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED);
        try (MailslotNetwork network = MailslotNetwork.builder()
                .computerName(arguments[0])
                .workgroup(arguments[1])
                .extraName(arguments[1] + "<1B>")
                .extraName(arguments[1] + "<1C>")
                .ownNames(true)
                .requireNetwork(true)
                .names(names -> names.nodeType(NodeType.B).responderLimits(unlimited))
                .build()) {
            LogonServerMain server = new LogonServerMain(network, arguments[0], arguments[1]);
            try (Mailslot<byte[]> netlogon = server.reader("NET\\NETLOGON");
                    Mailslot<byte[]> ntlogon = server.reader("NET\\NTLOGON")) {
                server.serve(netlogon);
                server.serve(ntlogon);
                System.in.transferTo(System.out);
            }
        }
    }

    private Mailslot<byte[]> reader(String slot) {
        return Mailslot.builder(slot)
                .serializer(Serializer.bytes())
                .network(network)
                .openReader();
    }

    private void serve(Mailslot<byte[]> reader) {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (true) {
                            serve(reader.receive());
                        }
                    } catch (InterruptedException | MailslotException closed) {
                        // The end.
                    }
                },
                reader.toString());
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Message<byte[]> question) {
        Question asked = new Question(question.payload());
        Optional<byte[]> answer = answer(asked);
        System.out.println("question\t" + question.slot() + "\t" + asked.opcode + "\t" + question.sender() + "\t"
                + question.destination() + "\t" + asked.replySlot);
        answer.ifPresent(a -> reply(question, asked.replySlot, a));
    }

    private Optional<byte[]> answer(Question asked) {
        return switch (asked.opcode) {
            case LOGON_PRIMARY_QUERY ->
                Optional.of(new Answer("0c00")
                        .text(computer, StandardCharsets.US_ASCII)
                        .align(2)
                        .text(computer, StandardCharsets.UTF_16LE)
                        .text(domain, StandardCharsets.UTF_16LE)
                        .end());
            case LOGON_SAM_LOGON_REQUEST ->
                Optional.of(new Answer("1300")
                        .text("\\\\" + computer, StandardCharsets.UTF_16LE)
                        .text(asked.user, StandardCharsets.UTF_16LE)
                        .text(domain, StandardCharsets.UTF_16LE)
                        .end());
            default -> Optional.empty();
        };
    }

    private void reply(Message<byte[]> question, String slot, byte[] answer) {
        String address = question.address().orElseThrow().getAddress().getHostAddress();
        String path = slot.substring(MailslotWrite.PREFIX.length());
        try (Mailslot<byte[]> writer = Mailslot.builder(
                        "\\\\" + question.sender() + "@" + address + "\\mailslot\\" + path)
                .serializer(Serializer.bytes())
                .network(network)
                .open()) {
            writer.put(answer);
        }
    }

    /** What is asked: {@code opcode}, on whose behalf, and where the answer shall go. */
    private static final class Question {
        final int opcode;
        final String user;
        final String replySlot;
        private final ByteBuffer octets;

        Question(byte[] payload) {
            octets = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
            opcode = octets.getShort();
            if (opcode == LOGON_SAM_LOGON_REQUEST) {
                octets.getShort(); // RequestCount
                text(StandardCharsets.UTF_16LE); // UnicodeComputerName
                user = text(StandardCharsets.UTF_16LE);
                replySlot = text(StandardCharsets.US_ASCII);
            } else {
                user = "";
                text(StandardCharsets.US_ASCII); // ComputerName
                replySlot = text(StandardCharsets.US_ASCII);
            }
        }

        private String text(Charset charset) {
            int width = charset.equals(StandardCharsets.UTF_16LE) ? 2 : 1;
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            byte[] character = new byte[width];
            octets.get(character);
            while (!new String(character, charset).equals("\0")) {
                text.writeBytes(character);
                octets.get(character);
            }
            return text.toString(charset);
        }
    }

    /** An answer in the making. */
    private static final class Answer {
        private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

        Answer(String opcode) {
            octets.writeBytes(HexFormat.of().parseHex(opcode));
        }

        Answer text(String text, Charset charset) {
            octets.writeBytes((text.toUpperCase(Locale.ROOT) + "\0").getBytes(charset));
            return this;
        }

        Answer align(int width) {
            while (octets.size() % width != 0) {
                octets.write(0);
            }
            return this;
        }

        /** Samba reads the version only where a multiple of four is; nobody else minds. */
        byte[] end() {
            align(4);
            octets.writeBytes(HexFormat.of().parseHex(VERSION_1_WITHOUT_LAN_MANAGER));
            return octets.toByteArray();
        }
    }
}
