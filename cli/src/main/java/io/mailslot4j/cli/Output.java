package io.mailslot4j.cli;

import io.mailslot4j.protocol.Octets;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Standard output. Everything written goes out at once, because whoever reads it may be waiting for it. */
public final class Output {
    private final OutputStream out;

    /** @param out without a buffer */
    Output(OutputStream out) {
        this.out = out;
    }

    /** Writes text, which must be safe to show, and ends the line. */
    public void line(String text) {
        write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Writes octets as they are. */
    void octets(Octets octets) {
        write(octets.toArray());
    }

    private void write(byte[] octets) {
        try {
            out.write(octets);
            out.flush();
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    /** Writes text, which must be safe to show. */
    void text(String text) {
        if (!text.isEmpty()) {
            write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
