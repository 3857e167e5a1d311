package io.mailslot4j.cli.replay;

import io.mailslot4j.cli.captures.CaptureFiles;
import io.mailslot4j.cli.captures.DecodedFrame;
import io.mailslot4j.cli.captures.FrameChoice;
import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.cli.output.WireJson;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Captures on their way to the network again, and how much of them got there. */
final class Replay {
    private final DatagramSocket socket;
    private final Optional<InetSocketAddress> target;
    private final double speed;
    private final FrameChoice choice;
    private long sent;
    private long cut;

    /**
     * @param socket that all leaves by
     * @param target where all goes, if not where each packet went
     * @param speed how many times as fast as it was captured; 0 for no pauses at all
     * @param choice what is sent
     */
    Replay(DatagramSocket socket, Optional<InetSocketAddress> target, double speed, FrameChoice choice) {
        this.socket = socket;
        this.target = target;
        this.speed = speed;
        this.choice = choice;
    }

    /** Sends one capture, and tells whether all of it could be read. */
    boolean play(String file, CaptureFiles captures) {
        Pace pace = new Pace(speed);
        long start = System.nanoTime();
        return captures.read(file, frame -> {
            if (frame.destination().port() != HostAndPort.DATAGRAM_PORT || !choice.passes(frame)) {
                return;
            }
            if (frame.missing() > 0) {
                cut++;
                return;
            }
            waitUntil(start, pace.due(frame.time()));
            send(frame);
        });
    }

    /** What became of all. */
    String summary() {
        return "sent " + sent + " datagrams" + (cut > 0 ? ", left out " + cut + " that were cut" : "");
    }

    private static void waitUntil(long start, Duration due) {
        try {
            TimeUnit.NANOSECONDS.sleep(due.toNanos() - (System.nanoTime() - start));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedException("interrupted");
        }
    }

    private void send(DecodedFrame frame) {
        byte[] payload = frame.payload().toArray();
        try {
            InetSocketAddress to = target.isPresent() ? target.get() : originalTarget(frame);
            socket.send(new DatagramPacket(payload, payload.length, to));
            sent++;
        } catch (IOException e) {
            String to = target.map(WireJson::endpoint).orElseGet(frame.destination()::toString);
            throw new FailedException("frame " + frame.number() + " cannot be sent to " + to + ": " + e.getMessage()
                    + "; sent " + sent + " before it");
        }
    }

    private static InetSocketAddress originalTarget(DecodedFrame frame) throws IOException {
        byte[] address = frame.destination().address().octets().toArray();
        return new InetSocketAddress(
                InetAddress.getByAddress(address), frame.destination().port());
    }
}
