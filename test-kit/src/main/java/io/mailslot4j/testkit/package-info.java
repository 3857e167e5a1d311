/**
 * For tests of programs that use mailslots, and of those that read or write their packets.
 *
 * <ul>
 *   <li>{@link io.mailslot4j.testkit.CaptureFile}: a test for each frame of a capture.
 *   <li>{@link io.mailslot4j.testkit.PacketAssertions}: what differs, field by field, with offset and octets.
 *   <li>{@link io.mailslot4j.testkit.TestDatagram}: datagrams in a line.
 *   <li>{@link io.mailslot4j.testkit.ScriptedPeer}: who expects packets and replies, on an {@link
 *       io.mailslot4j.testkit.InMemoryNetwork} with a {@link io.mailslot4j.testkit.VirtualClock}, or on a {@link
 *       io.mailslot4j.testkit.LoopbackPeer real port}.
 *   <li>{@link io.mailslot4j.testkit.CaptureRecorder}: keeps what was on the network when a test fails.
 * </ul>
 */
@NullMarked
package io.mailslot4j.testkit;

import org.jspecify.annotations.NullMarked;
