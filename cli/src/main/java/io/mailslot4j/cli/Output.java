package io.mailslot4j.cli;

import io.mailslot4j.protocol.Octets;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
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

    /** This, for what prints help. */
    PrintWriter asWriter() {
        return new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int offset, int length) {
                Output.this.write(new String(text, offset, length).getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
    }
}
