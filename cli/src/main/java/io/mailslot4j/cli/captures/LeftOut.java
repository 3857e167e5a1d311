package io.mailslot4j.cli.captures;

import io.mailslot4j.cli.output.Shown;
import io.mailslot4j.pcaps.CapturedFrame;
import io.mailslot4j.pcaps.FrameContent;
import io.mailslot4j.pcaps.Tunnel;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/** Counts the frames of a capture that would be shown if we could read them, so that nobody takes silence for absence. */
final class LeftOut {
    private final Map<String, Long> frames = new TreeMap<>();

    /** A frame that is not shown. */
    void count(CapturedFrame frame, FrameContent content) {
        if (!frame.linkType().isRead()) {
            add("of link type " + frame.linkType().number() + ", which is not read", 1);
        } else if (content instanceof Tunnel tunnel) {
            add("in " + tunnel.protocol() + " tunnels", 1);
        }
    }

    /** Fragments of IP packets that never became whole. */
    void fragments(long count) {
        add("with IP fragments of packets that were not captured as a whole", count);
    }

    private void add(String which, long count) {
        if (count > 0) {
            frames.merge(which, count, Long::sum);
        }
    }

    void say(String file, PrintStream err) {
        frames.forEach((which, count) -> err.println(Shown.line(file + ": " + count + " frames left out " + which)));
    }
}
