package io.mailslot4j.cli.captures;

import io.mailslot4j.pcaps.CaptureReader;
import io.mailslot4j.pcaps.CapturedFrame;
import io.mailslot4j.pcaps.FragmentAssembler;
import io.mailslot4j.pcaps.FrameContent;
import io.mailslot4j.pcaps.UdpPacket;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** The frames of a capture that are on our ports, decoded. */
final class FrameSource {
    private final InputStream in;
    private final LeftOut leftOut = new LeftOut();
    private final FragmentAssembler fragments = new FragmentAssembler();
    private final FrameDecoder decoder = new FrameDecoder();

    FrameSource(InputStream in) {
        this.in = in;
    }

    /**
     * Reads the capture to its end, and closes it.
     *
     * @throws IOException if it cannot be read, or is broken; the frames before that have been given
     */
    void forEach(Consumer<DecodedFrame> sink) throws IOException {
        try (CaptureReader capture = CaptureReader.open(in)) {
            for (Optional<CapturedFrame> frame = capture.next(); frame.isPresent(); frame = capture.next()) {
                FrameContent content = fragments.accept(frame.get().time(), FrameContent.of(frame.get()));
                if (content instanceof UdpPacket udp) {
                    decoder.decode(frame.get(), udp).ifPresent(sink);
                } else {
                    leftOut.count(frame.get(), content);
                }
            }
        } finally {
            leftOut.fragments(fragments.unused());
        }
    }

    /** What was not given, complete once all was read. */
    LeftOut leftOut() {
        return leftOut;
    }
}
