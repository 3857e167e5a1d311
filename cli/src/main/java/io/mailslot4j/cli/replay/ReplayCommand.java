package io.mailslot4j.cli.replay;

import io.mailslot4j.cli.arguments.Command;
import io.mailslot4j.cli.arguments.Given;
import io.mailslot4j.cli.arguments.Usage;
import io.mailslot4j.cli.arguments.Value;
import io.mailslot4j.cli.captures.CaptureFiles;
import io.mailslot4j.cli.captures.FrameChoice;
import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.cli.output.Streams;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;

/** {@code mailslot replay}: sends the datagrams of a capture again. */
public final class ReplayCommand implements Command {
    private static final Value<InetSocketAddress> TO = Value.of(
            "--to",
            "ADDRESS[:PORT]",
            "Where all of it goes. Default: where each packet went, broadcasts too.",
            HostAndPort::parse);
    private static final Value<Double> SPEED = Value.of(
            "--speed",
            "TIMES",
            "How many times as fast as it was captured, such as 10 or 0.5; 0 for no pauses. Default: 1.",
            ReplayCommand::speed);

    private final Streams streams;

    public ReplayCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Usage usage() {
        return Usage.of("Send the datagrams of a capture again.")
                .text("""
                        What went to UDP port 138 goes there once more, octet for octet, with the pauses
                        it had. The packets leave this host from any port; what they say of their
                        sender stays as it was. Those that were not captured whole are left out.
                        """)
                .operands(CaptureFiles.FILE)
                .options(FrameChoice.ALL)
                .options(TO, SPEED)
                .ending("""
                        Examples:
                          mailslot replay capture.pcapng --to 192.0.2.7
                          mailslot replay --slot BROWSE --speed 10 --to 127.0.0.1:1138 capture.pcapng
                        """);
    }

    @Override
    public boolean run(Given given) {
        CaptureFiles captures = new CaptureFiles("replay", streams);
        boolean allRead = true;
        try (DatagramSocket socket = new DatagramSocket()) {
            Replay replay =
                    new Replay(socket, given.value(TO), given.value(SPEED).orElse(1.0), new FrameChoice(given));
            for (String file : given.all(CaptureFiles.FILE)) {
                allRead &= replay.play(file, captures);
            }
            streams.err().println(replay.summary());
        } catch (IOException e) {
            throw new FailedException("cannot open a socket: " + e.getMessage());
        }
        return allRead;
    }

    private static Double speed(String text) {
        try {
            double speed = Double.parseDouble(text);
            if (speed >= 0 && !Double.isInfinite(speed)) {
                return speed;
            }
        } catch (NumberFormatException notEvenANumber) {
            // As wrong as one below zero.
        }
        throw new IllegalArgumentException("'" + text + "' is not a number of 0 or more");
    }
}
