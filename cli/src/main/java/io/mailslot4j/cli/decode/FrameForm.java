package io.mailslot4j.cli.decode;

import io.mailslot4j.cli.captures.DecodedFrame;
import io.mailslot4j.cli.output.WireJson;
import java.util.Locale;

/** A decoded frame as a line for people. {@link FrameJson} is for programs. */
final class FrameForm {
    private FrameForm() {}

    static String line(DecodedFrame frame) {
        StringBuilder line = new StringBuilder();
        line.append(String.format(Locale.ROOT, "%6d ", frame.number()));
        line.append(WireJson.time(frame.time())).append(' ');
        line.append(frame.source()).append(" → ").append(frame.destination());
        frame.body().pieces().forEach(piece -> line.append("  ").append(piece));
        frame.body().trouble().ifPresent(t -> line.append("  error: ").append(t.getMessage()));
        frame.notes().forEach(note -> line.append("  (").append(note).append(')'));
        return line.toString();
    }
}
