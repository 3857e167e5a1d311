/**
 * From a capture file to UDP packets: a {@link io.mailslot4j.pcaps.CaptureReader} gives frames, and {@link
 * io.mailslot4j.pcaps.FrameContent} tells what a frame holds.
 *
 * <pre>{@code
 * try (CaptureReader reader = CaptureReader.open(Files.newInputStream(file))) {
 *     for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
 *         if (FrameContent.of(frame.get()) instanceof UdpPacket udp && udp.destination().port() == 138) {
 *             ...
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>The file formats (classes named reader) know nothing of what is in a frame, and the layers ({@link
 * io.mailslot4j.pcaps.LinkType} and what is above it) know nothing of files.
 */
@NullMarked
package io.mailslot4j.pcaps;

import org.jspecify.annotations.NullMarked;
