package io.mailslot4j.cli.messages;

import io.mailslot4j.Message;
import io.mailslot4j.cli.output.Json;
import io.mailslot4j.cli.output.Output;
import io.mailslot4j.cli.output.Shown;
import io.mailslot4j.cli.output.WireJson;
import io.mailslot4j.protocol.Octets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** How a message that came is written to standard output. */
enum MessageForm {
    /** The octets of the payload, and nothing else. */
    RAW {
        @Override
        void write(Message<Octets> message, Output out) {
            out.octets(message.payload());
        }
    },
    /** The payload on a line. */
    PAYLOAD {
        @Override
        void write(Message<Octets> message, Output out) {
            out.line(Shown.octets(message.payload()));
        }
    },
    /** Payload and provenance on a line, for people. */
    LINE {
        @Override
        void write(Message<Octets> message, Output out) {
            out.line(CLOCK.format(message.arrival().atZone(ZoneId.systemDefault())) + " " + message.sender() + " "
                    + message.address()
                            .map(a -> "(" + WireJson.endpoint(a) + ")")
                            .orElse("(here)")
                    + " → " + message.destination() + " " + Shown.slot(message.slot()) + "  "
                    + Shown.octets(message.payload()));
        }
    },
    /** Payload and provenance as JSON, for programs. */
    JSON {
        @Override
        void write(Message<Octets> message, Output out) {
            Json json = new Json().put("time", WireJson.time(message.arrival()));
            message.address().ifPresent(a -> json.put("source", WireJson.endpoint(a)));
            json.put("kind", kind(message.delivery()))
                    .put("from", WireJson.name(message.sender()))
                    .put("to", WireJson.name(message.destination()))
                    .put("slot", message.slot())
                    .put("payload", message.payload());
            Shown.asPrintable(message.payload()).ifPresent(text -> json.put("text", text));
            out.line(json.toString());
        }
    };

    private static final DateTimeFormatter CLOCK =
            new DateTimeFormatterBuilder().appendPattern("HH:mm:ss.SSS").toFormatter(Locale.ROOT);

    abstract void write(Message<Octets> message, Output out);

    private static String kind(Message.Delivery delivery) {
        return switch (delivery) {
            case LOCAL -> "local";
            case UNIQUE -> "direct-unique";
            case GROUP -> "direct-group";
            case BROADCAST -> "broadcast";
        };
    }
}
