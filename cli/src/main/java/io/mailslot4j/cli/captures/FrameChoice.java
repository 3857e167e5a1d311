package io.mailslot4j.cli.captures;

import io.mailslot4j.cli.arguments.Given;
import io.mailslot4j.cli.arguments.Option;
import io.mailslot4j.cli.arguments.Value;
import io.mailslot4j.cli.payloads.PayloadType;
import io.mailslot4j.cli.payloads.PayloadView;
import io.mailslot4j.pcaps.UdpEndpoint;
import io.mailslot4j.protocol.mailslot.MailslotName;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.name.NetBiosName;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which frames are wanted: each option that is given must fit, by one of its values. {@link FrameFilter} has one more. */
public final class FrameChoice {
    private static final Value<String> SLOT = Value.ofText(
                    "--slot", "SLOT", "Only what is for this mailslot, such as BROWSE. Repeatable.")
            .repeated();
    private static final Value<String> FROM = Value.ofText(
                    "--from",
                    "NAME|ADDRESS",
                    "Only what is from this NetBIOS name, such as PC or PC<20>, or IP address. Repeatable.")
            .repeated();
    private static final Value<String> KIND = Value.of(
                    "--kind",
                    "KIND",
                    "Only frames of this kind or with a message of this type, as --json calls them; malformed."
                            + " Repeatable.",
                    FrameKinds::parse)
            .repeated();

    /** All of them. */
    public static final List<Option> ALL = List.of(SLOT, FROM, KIND);

    /** Before the name of a slot on its own machine. */
    private static final String HERE = "\\\\.";

    private final List<String> slots;
    private final List<String> from;
    private final List<String> kinds;

    public FrameChoice(Given given) {
        slots = given.values(SLOT).stream().map(FrameChoice::onTheWire).toList();
        from = given.values(FROM);
        kinds = given.values(KIND);
    }

    public boolean passes(DecodedFrame frame) {
        FrameBody body = frame.body();
        return fits(
                        slots,
                        slot -> body.write().isPresent() && isFor(body.write().get(), slot))
                && fits(from, who -> is(who, body.from(), frame.source()))
                && fits(kinds, kind -> isOf(kind, body));
    }

    static boolean fits(List<String> wanted, Predicate<String> test) {
        return wanted.isEmpty() || wanted.stream().anyMatch(test);
    }

    private static boolean isFor(MailslotWrite write, String slot) {
        return MailslotName.fold(write.slot()).equals(slot);
    }

    /** Capital letters, and whole, however much of the slot's name was typed. */
    private static String onTheWire(String slot) {
        String name = MailslotName.fold(slot.replace('/', '\\'));
        String path = name.startsWith(HERE) ? name.substring(HERE.length()) : name;
        return path.startsWith(MailslotWrite.PREFIX) ? path : MailslotWrite.PREFIX + path;
    }

    static boolean is(String who, Optional<NetBiosName> name, UdpEndpoint endpoint) {
        boolean address =
                endpoint.address().toString().equals(who) || endpoint.toString().equals(who);
        return address
                || name.filter(n ->
                                n.text().equalsIgnoreCase(who) || n.toString().equalsIgnoreCase(who))
                        .isPresent();
    }

    private static boolean isOf(String kind, FrameBody body) {
        return body.kind().filter(kind::equals).isPresent()
                || body.write().flatMap(PayloadView::type).filter(kind::equals).isPresent()
                || (kind.equals(PayloadType.MALFORMED) && body.trouble().isPresent());
    }
}
