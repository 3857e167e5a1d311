package io.mailslot4j.cli.captures;

import io.mailslot4j.cli.arguments.Given;
import io.mailslot4j.cli.arguments.Option;
import io.mailslot4j.cli.arguments.Value;
import java.util.List;
import java.util.stream.Stream;

/** Which frames are wanted, and for whom they are. */
public final class FrameFilter {
    private static final Value<String> TO = Value.ofText(
                    "--to", "NAME|ADDRESS", "Only what is for this name or address. Repeatable.")
            .repeated();

    /** All options that choose. */
    public static final List<Option> ALL =
            Stream.concat(FrameChoice.ALL.stream(), Stream.of(TO)).toList();

    private final FrameChoice choice;
    private final List<String> to;

    public FrameFilter(Given given) {
        choice = new FrameChoice(given);
        to = given.values(TO);
    }

    public boolean passes(DecodedFrame frame) {
        return choice.passes(frame)
                && FrameChoice.fits(to, who -> FrameChoice.is(who, frame.body().to(), frame.destination()));
    }
}
