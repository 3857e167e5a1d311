package io.mailslot4j.cli;

import io.mailslot4j.protocol.MalformedPacketException;
import java.util.Locale;

/** A decoded frame as a line, for people or for programs. */
final class FrameForm {
    private static final int EXPECTED = 1024;

    private FrameForm() {}

    /** A line for people. */
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

    /**
     * A JSON object for programs, as the guide to the command lays down.
     *
     * @param file which capture it is from, or empty if there is only one
     */
    static String json(DecodedFrame frame, String file) {
        Json json = new Json(EXPECTED);
        if (!file.isEmpty()) {
            json.put("file", file);
        }
        json.put("frame", frame.number())
                .putPlain("time", WireJson.time(frame.time()))
                .putPlain("source", frame.source().toString())
                .putPlain("destination", frame.destination().toString());
        frame.body().putInto(json);
        frame.body().trouble().ifPresent(trouble -> put(json, trouble));
        return (frame.notes().isEmpty() ? json : json.put("notes", frame.notes())).toString();
    }

    private static void put(Json json, MalformedPacketException trouble) {
        json.put("error", String.valueOf(trouble.getMessage()))
                .put("field", trouble.field())
                .put("offset", trouble.offset())
                .put("reason", trouble.reason());
    }
}
