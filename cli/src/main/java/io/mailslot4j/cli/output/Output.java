package io.mailslot4j.cli.output;

import io.mailslot4j.protocol.Octets;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Standard output. What is written goes out at once, because whoever reads it may be waiting for it, unless it is held. */
public final class Output {
    private static final int PIECE = 1 << 16;
    private static final byte[] LINE_END = {'\n'};

    private final OutputStream out;
    private boolean held;

    /** @param out without a buffer */
    public Output(OutputStream out) {
        this.out = new BufferedOutputStream(out, PIECE);
    }

    /** Writes text, which must be safe to show, and ends the line. */
    public void line(String text) {
        write(text.getBytes(StandardCharsets.UTF_8), LINE_END);
    }

    /** Writes a line of JSON. */
    public void line(Json json) {
        try {
            json.writeLine(out);
            if (!held) {
                out.flush();
            }
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    /** From now on what is written goes out in large pieces: there is more at once than anybody waits for. */
    public void hold() {
        held = true;
    }

    /** Ends what {@link #hold()} began. */
    public void release() {
        held = false;
        write();
    }

    /** Writes octets as they are. */
    public void octets(Octets octets) {
        write(octets.toArray());
    }

    private void write(byte[]... parts) {
        try {
            for (byte[] part : parts) {
                out.write(part);
            }
            if (!held) {
                out.flush();
            }
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    /** Writes text, which must be safe to show. */
    public void text(String text) {
        if (!text.isEmpty()) {
            write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
