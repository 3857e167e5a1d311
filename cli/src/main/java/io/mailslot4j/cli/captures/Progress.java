package io.mailslot4j.cli.captures;

import io.mailslot4j.cli.output.Terminal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A file that says on a terminal how far it was read, if that takes longer than a second. */
final class Progress extends FilterInputStream {
    private static final long SECOND = 1_000_000_000;
    private static final long BETWEEN = SECOND / 5;
    private static final String ERASE = "\r\u001b[K";

    private final long size;
    private final PrintStream terminal;
    private final LongSupplier nanos;
    private long done;
    private long next;
    private boolean shown;

    /** @param nanos the time, as {@link System#nanoTime()} */
    Progress(InputStream in, long size, PrintStream terminal, LongSupplier nanos) {
        super(in);
        this.size = size;
        this.terminal = terminal;
        this.nanos = nanos;
        next = nanos.getAsLong() + SECOND;
    }

    /** The file, with progress if somebody sees standard error and does not see standard output. */
    static InputStream of(InputStream in, long size, PrintStream err) {
        return Terminal.showsErrorsOnly() ? new Progress(in, size, err, System::nanoTime) : in;
    }

    @Override
    public int read() throws IOException {
        int octet = in.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] target, int at, int count) throws IOException {
        int got = in.read(target, at, count);
        count(got);
        return got;
    }

    private void count(int octets) {
        done += Math.max(0, octets);
        if (nanos.getAsLong() - next >= 0) {
            next = nanos.getAsLong() + BETWEEN;
            shown = true;
            terminal.printf(
                    Locale.ROOT,
                    "%s%d%%, %d of %d MB",
                    ERASE,
                    size == 0 ? 100 : 100 * done / size,
                    done >> 20,
                    size >> 20);
            terminal.flush();
        }
    }

    @Override
    public void close() throws IOException {
        if (shown) {
            shown = false;
            terminal.print(ERASE);
            terminal.flush();
        }
        super.close();
    }
}
