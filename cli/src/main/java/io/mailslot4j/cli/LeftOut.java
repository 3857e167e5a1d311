package io.mailslot4j.cli;

import java.io.PrintStream;

/** Counts the frames of a capture that would be shown if we could read them, so that nobody takes silence for absence. */
final class LeftOut {
    private long fragments;

    /** A piece of a UDP packet. */
    void fragment() {
        fragments++;
    }

    void say(String file, PrintStream err) {
        if (fragments > 0) {
            err.println(
                    Shown.line(file + ": " + fragments + " frames with IP fragments left out: not put together yet"));
        }
    }
}
