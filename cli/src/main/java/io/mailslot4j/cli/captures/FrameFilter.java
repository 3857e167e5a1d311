package io.mailslot4j.cli.captures;

import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which frames are wanted, and for whom they are. */
public final class FrameFilter {
    @Mixin
    private final FrameChoice choice = new FrameChoice();

    @Option(names = "--to", paramLabel = "NAME|ADDRESS", description = "Only what is for this name or address.")
    private List<String> to = List.of();

    public boolean passes(DecodedFrame frame) {
        return choice.passes(frame)
                && FrameChoice.fits(to, who -> FrameChoice.is(who, frame.body().to(), frame.destination()));
    }
}
