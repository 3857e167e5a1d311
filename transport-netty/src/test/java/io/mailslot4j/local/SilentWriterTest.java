package io.mailslot4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.MailslotClosedException;
import io.mailslot4j.Message.Delivery;
import io.mailslot4j.Overflow;
import io.mailslot4j.delivery.DuplicateWindow;
import io.mailslot4j.delivery.LocalIntake;
import io.mailslot4j.delivery.LocalOutcome;
import io.mailslot4j.delivery.LocalPut;
import io.mailslot4j.delivery.OwnNames;
import io.mailslot4j.delivery.SlotQueue;
import io.mailslot4j.delivery.TrafficCounters;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.MailslotName;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is stopped in the middle of a long message has the room for it, which others need. */
@Timeout(60)
class SilentWriterTest {
    private static final int LONG = 1 << 20;
    private static final NetBiosName PC = NetBiosName.of("PC", NameSuffix.WORKSTATION);

    @TempDir
    private Path folder;

    private final OwnNames names = new OwnNames(List.of(PC), PC.scope(), false);
    private final LocalIntake intake = new LocalIntake(
            names,
            new DuplicateWindow(Duration.ZERO, 1),
            new TrafficCounters(),
            InstantSource.system(),
            System::nanoTime);

    private LocalPut put() {
        return new LocalPut("\\MAILSLOT\\X", Delivery.LOCAL, PC, PC, 1, Ipv4Address.ANY, Octets.wrap(new byte[LONG]));
    }

    @Test
    void whoStopsInTheMiddleOfALongMessageGivesItsRoomToOthers() throws IOException {
        RuntimeFolder meeting = RuntimeFolder.at(folder.resolve("run"));
        MailslotName name = MailslotName.parse("x");
        SlotQueue queue = new SlotQueue(10, Overflow.REJECT, SlotQueue.ANY_SIZE);
        List<SocketChannel> silent = new ArrayList<>();
        try (SocketLoop loop = new SocketLoop(Duration.ofMillis(100));
                LocalSlots slots = new LocalSlots(loop, () -> meeting, intake, LONG)) {
            slots.open(name, queue);
            Path socket = SocketName.ofSlot(name.slot()).in(meeting.path());
            // There is room for two.
            for (int i = 0; i < 2; i++) {
                SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                silent.add(channel);
                channel.connect(UnixDomainSocketAddress.of(socket));
                channel.write(Frames.announcement(put()));
                channel.write(ByteBuffer.allocate(LONG / 2));
            }
            assertThat(slots.put(name, put()).orElseThrow().outcome()).isEqualTo(LocalOutcome.ACCEPTED);
            assertThat(queue.size()).isEqualTo(1);
        } finally {
            for (SocketChannel channel : silent) {
                channel.close();
            }
        }
    }

    /** Answers that nobody reads are in nobody's way. */
    @Test
    void whoWritesAndReadsNoAnswersIsLeft() throws IOException {
        RuntimeFolder meeting = RuntimeFolder.at(folder.resolve("run"));
        MailslotName name = MailslotName.parse("x");
        SlotQueue queue = new SlotQueue(10, Overflow.DROP_NEWEST, SlotQueue.ANY_SIZE);
        LocalPut empty = new LocalPut("\\MAILSLOT\\X", Delivery.LOCAL, PC, PC, 1, Ipv4Address.ANY, Octets.EMPTY);
        ByteBuffer one = Frames.put(empty);
        ByteBuffer many = ByteBuffer.allocate(1000 * one.remaining());
        while (many.hasRemaining()) {
            many.put(one.duplicate());
        }
        many.flip();
        try (SocketLoop loop = new SocketLoop();
                LocalSlots slots = new LocalSlots(loop, () -> meeting, intake, LONG);
                SocketChannel deaf = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            slots.open(name, queue);
            deaf.connect(
                    UnixDomainSocketAddress.of(SocketName.ofSlot(name.slot()).in(meeting.path())));
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1000; i++) {
                            deaf.write(many.duplicate());
                        }
                    })
                    .isInstanceOf(IOException.class);
            assertThat(slots.put(name, empty).orElseThrow().outcome()).isEqualTo(LocalOutcome.DROPPED);
        }
    }

    /** It would make a connection that nobody closes. */
    @Test
    void whoPutsWhileAllIsClosedIsTold() {
        RuntimeFolder meeting = RuntimeFolder.at(folder.resolve("run"));
        meeting.create();
        try (SocketLoop loop = new SocketLoop(Duration.ofMillis(100))) {
            LocalSlots slots = new LocalSlots(loop, () -> meeting, intake, LONG);
            slots.close();
            assertThatThrownBy(() -> slots.put(MailslotName.parse("x"), put()))
                    .isInstanceOf(MailslotClosedException.class);
        }
    }
}
