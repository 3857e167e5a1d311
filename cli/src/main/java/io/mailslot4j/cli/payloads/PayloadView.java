package io.mailslot4j.cli.payloads;

import io.mailslot4j.cli.output.Json;
import io.mailslot4j.cli.output.Shown;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Payload;
import io.mailslot4j.protocol.browser.BrowserMessage;
import io.mailslot4j.protocol.locator.LocatorMessage;
import io.mailslot4j.protocol.locator.LookupQuery;
import io.mailslot4j.protocol.locator.LookupReply;
import io.mailslot4j.protocol.locator.MasterQuery;
import io.mailslot4j.protocol.locator.MasterReply;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.messenger.MessengerMessage;
import io.mailslot4j.protocol.netlogon.NetlogonMessage;
import io.mailslot4j.protocol.payload.PayloadKind;
import java.util.Optional;

/** What a mailslot carries, for people and for programs, where its slot is a well-known one. */
public final class PayloadView {
    private PayloadView() {}

    /** For programs; empty for slots of which nothing is known. */
    public static Optional<Json> json(MailslotWrite write) {
        if (PayloadKind.of(write.slot()) == PayloadKind.RAW) {
            return Optional.empty();
        }
        try {
            return Optional.of(json(PayloadKind.decode(write)));
        } catch (MalformedPacketException e) {
            return Optional.of(new Json()
                    .put("type", PayloadType.MALFORMED)
                    .put("error", String.valueOf(e.getMessage()))
                    .put("field", e.field())
                    .put("offset", e.offset())
                    .put("reason", e.reason()));
        }
    }

    private static Json json(Payload payload) {
        if (payload instanceof BrowserMessage message) {
            return BrowserView.json(message);
        } else if (payload instanceof NetlogonMessage message) {
            return NetlogonView.json(message);
        } else if (payload instanceof MessengerMessage message) {
            return type(message)
                    .put("from", message.from().toString())
                    .put("to", message.to().toString())
                    .put("text", message.text().toString());
        } else if (payload instanceof LocatorMessage message) {
            return locator(message);
        }
        throw new AssertionError(payload.getClass());
    }

    private static Json type(Payload payload) {
        return new Json().put("type", PayloadType.of(payload));
    }

    /** What it is; empty for slots of which nothing is known. */
    public static Optional<String> type(MailslotWrite write) {
        if (PayloadKind.of(write.slot()) == PayloadKind.RAW) {
            return Optional.empty();
        }
        try {
            return Optional.of(PayloadType.of(PayloadKind.decode(write)));
        } catch (MalformedPacketException e) {
            return Optional.of(PayloadType.MALFORMED);
        }
    }

    private static Json locator(LocatorMessage message) {
        if (message instanceof LookupQuery query) {
            return type(message)
                    .put("interface", query.interfaceId().toString())
                    .put("version", query.major() + "." + query.minor())
                    .put("object", query.object().toString())
                    .put("workstation", query.workstation().toString())
                    .put("entry", query.entry().toString());
        } else if (message instanceof LookupReply reply) {
            return type(message).put("domain", reply.domain().toString());
        } else if (message instanceof MasterQuery query) {
            return type(message).put("requester", query.requester().toString());
        } else if (message instanceof MasterReply reply) {
            return type(message)
                    .put("sender", reply.sender().toString())
                    .put("uptime", Integer.toUnsignedLong(reply.uptime()));
        }
        throw new AssertionError(message.getClass());
    }

    /** For people, safe to show: the gist of it, or the octets as text. */
    public static String gist(MailslotWrite write) {
        if (PayloadKind.of(write.slot()) == PayloadKind.RAW) {
            return Shown.octets(write.data());
        }
        try {
            return Shown.text(PayloadGist.of(PayloadKind.decode(write)));
        } catch (MalformedPacketException e) {
            return Shown.octets(write.data()) + "  (not what this slot carries: " + e.getMessage() + ")";
        }
    }
}
