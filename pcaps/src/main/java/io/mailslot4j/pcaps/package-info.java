/**
 * From a capture file to UDP packets: a {@link io.mailslot4j.pcaps.CaptureReader} gives frames, and {@link
 * io.mailslot4j.pcaps.FrameContent} tells what a frame holds.
 *
 * <pre>{@code
 * FragmentAssembler fragments = new FragmentAssembler();
 * try (CaptureReader reader = CaptureReader.open(Files.newInputStream(file))) {
 *     for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
 *         FrameContent content = fragments.accept(frame.get().time(), FrameContent.of(frame.get()));
 *         if (content instanceof UdpPacket udp && udp.destination().port() == 138) {
 *             ...
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>A {@link io.mailslot4j.pcaps.CaptureWriter} goes the other way.
 *
 * <p>The file formats (classes named reader and writer) know nothing of what is in a frame, and the layers ({@link
 * io.mailslot4j.pcaps.LinkType} and what is above it) know nothing of files.
 */
@NullMarked
package io.mailslot4j.pcaps;

import org.jspecify.annotations.NullMarked;
