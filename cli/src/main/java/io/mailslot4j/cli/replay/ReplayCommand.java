package io.mailslot4j.cli.replay;

import io.mailslot4j.cli.captures.CaptureFiles;
import io.mailslot4j.cli.captures.DecodedFrame;
import io.mailslot4j.cli.captures.FrameChoice;
import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.cli.output.Streams;
import io.mailslot4j.cli.output.UsageException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mailslot replay}: sends the datagrams of a capture again. */
@Command(
        sortOptions = false,
        header = "Send the datagrams of a capture again.",
        description = {
            "",
            "What went to UDP port 138 goes there once more, octet for octet, with the pauses",
            "it had. The packets leave this host from any port; what they say of their",
            "sender stays as it was. Those that were not captured whole are left out.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  mailslot replay capture.pcapng --to 192.0.2.7",
            "  mailslot replay --slot BROWSE --speed 10 --to 127.0.0.1:1138 capture.pcapng"
        })
public final class ReplayCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Capture files; - is standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--to",
            paramLabel = "ADDRESS[:PORT]",
            converter = HostAndPort.class,
            description = "Where all of it goes. Default: where each packet went, broadcasts too.")
    private @Nullable InetSocketAddress target;

    @Option(
            names = "--speed",
            paramLabel = "TIMES",
            description = "How many times as fast as it was captured, such as 10 or 0.5; 0 for no pauses. Default: 1.")
    private double speed = 1;

    @Mixin
    private final FrameChoice choice = new FrameChoice();

    private long sent;
    private long cut;

    public ReplayCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (!(speed >= 0) || Double.isInfinite(speed)) {
            throw new UsageException("--speed " + speed + " is not 0 or more");
        }
        boolean allRead = true;
        try (DatagramSocket socket = new DatagramSocket()) {
            for (String file : files) {
                allRead &= replay(file, socket);
            }
        } catch (IOException e) {
            throw new FailedException("cannot open a socket: " + e.getMessage());
        }
        streams.err().println("sent " + sent + " datagrams" + (cut > 0 ? ", left out " + cut + " that were cut" : ""));
        return allRead ? 0 : 1;
    }

    private boolean replay(String file, DatagramSocket socket) {
        Pace pace = new Pace(speed);
        long start = System.nanoTime();
        return new CaptureFiles("replay", streams).read(file, frame -> {
            if (frame.destination().port() != HostAndPort.DATAGRAM_PORT || !choice.passes(frame)) {
                return;
            }
            if (frame.missing() > 0) {
                cut++;
                return;
            }
            waitUntil(start, pace.due(frame.time()));
            send(socket, frame);
        });
    }

    private static void waitUntil(long start, Duration due) {
        try {
            TimeUnit.NANOSECONDS.sleep(due.toNanos() - (System.nanoTime() - start));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedException("interrupted");
        }
    }

    private void send(DatagramSocket socket, DecodedFrame frame) {
        byte[] payload = frame.payload().toArray();
        try {
            InetSocketAddress to = target == null ? originalTarget(frame) : target;
            socket.send(new DatagramPacket(payload, payload.length, to));
            sent++;
        } catch (IOException e) {
            throw new FailedException("frame " + frame.number() + " cannot be sent to "
                    + (target == null ? frame.destination() : target) + ": " + e.getMessage() + "; sent " + sent
                    + " before it");
        }
    }

    private static InetSocketAddress originalTarget(DecodedFrame frame) throws IOException {
        byte[] address = frame.destination().address().octets().toArray();
        return new InetSocketAddress(
                InetAddress.getByAddress(address), frame.destination().port());
    }
}
