package io.mailslot4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.Message.Delivery;
import io.mailslot4j.Overflow;
import io.mailslot4j.SlotCounters;
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
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A long message is announced, and sent when it is granted: not if it is certain to be lost. */
@Timeout(60)
class LongMessageTest {
    private static final int LONG = 1 << 20;
    private static final NetBiosName PC = NetBiosName.of("PC", NameSuffix.WORKSTATION);
    private static final MailslotName NAME = MailslotName.parse("x");

    @TempDir
    private Path folder;

    private final LocalIntake intake = new LocalIntake(
            new OwnNames(List.of(PC), PC.scope(), false),
            new DuplicateWindow(Duration.ZERO, 1),
            new TrafficCounters(),
            InstantSource.system(),
            System::nanoTime);

    private static LocalPut put(int octets) {
        return put(Delivery.LOCAL, PC, octets);
    }

    private static LocalPut put(Delivery delivery, NetBiosName destination, int octets) {
        return new LocalPut("\\MAILSLOT\\X", delivery, PC, destination, 1, Ipv4Address.ANY, Octets.zeros(octets));
    }

    private interface Conversation {
        void with(SocketChannel reader) throws IOException;
    }

    private void converse(SlotQueue queue, Conversation conversation) throws IOException {
        RuntimeFolder meeting = RuntimeFolder.at(folder.resolve("run"));
        try (SocketLoop loop = new SocketLoop();
                LocalSlots slots = new LocalSlots(loop, () -> meeting, intake, LONG);
                SocketChannel reader = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            slots.open(NAME, queue);
            reader.connect(
                    UnixDomainSocketAddress.of(SocketName.ofSlot(NAME.slot()).in(meeting.path())));
            assertThat(frame(reader).get()).isEqualTo(Frames.GREETING);
            conversation.with(reader);
        }
    }

    private static ByteBuffer frame(SocketChannel from) throws IOException {
        return read(from, read(from, Integer.BYTES).getInt());
    }

    private static ByteBuffer read(SocketChannel from, int octets) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(octets);
        while (all.hasRemaining()) {
            if (from.read(all) < 0) {
                throw new EOFException();
            }
        }
        return all.flip();
    }

    @ParameterizedTest
    @CsvSource({"REJECT, REJECTED", "DROP_NEWEST, DROPPED"})
    void whatFindsAFullQueueIsRefusedWhenItIsAnnounced(Overflow overflow, LocalOutcome outcome) throws IOException {
        SlotQueue queue = new SlotQueue(1, overflow, SlotQueue.ANY_SIZE);
        intake.accept(queue, put(1));
        converse(queue, reader -> {
            reader.write(Frames.announcement(put(LONG)));
            ByteBuffer answer = frame(reader);
            assertThat(answer.get()).isEqualTo(Frames.OUTCOME);
            assertThat(Frames.readOutcome(answer)).isEqualTo(outcome);
            assertThat(queue.counters()).isEqualTo(new SlotCounters(2, 0, 1, 0, 0, 0));
            // The next one is granted as soon as there is room.
            assertThat(queue.poll()).isNotNull();
            reader.write(Frames.announcement(put(LONG)));
            assertThat(frame(reader).get()).isEqualTo(Frames.GRANTED);
        });
    }

    @Test
    void whatIsForAnotherComputerIsRefusedToo() throws IOException {
        SlotQueue queue = new SlotQueue(1, Overflow.REJECT, SlotQueue.ANY_SIZE);
        intake.accept(queue, put(1));
        converse(queue, reader -> {
            NetBiosName other = NetBiosName.of("OTHER", NameSuffix.WORKSTATION);
            reader.write(Frames.announcement(put(Delivery.UNIQUE, other, LONG)));
            ByteBuffer answer = frame(reader);
            assertThat(answer.get()).isEqualTo(Frames.OUTCOME);
            assertThat(Frames.readOutcome(answer)).isEqualTo(LocalOutcome.NOT_OURS);
            assertThat(queue.counters().dropped()).isZero();
        });
    }

    @Test
    void whoPutsForAnotherSlotIsLeft() throws IOException {
        SlotQueue queue = new SlotQueue(1, Overflow.REJECT, SlotQueue.ANY_SIZE);
        LocalPut other = new LocalPut("\\MAILSLOT\\Y", Delivery.LOCAL, PC, PC, 1, Ipv4Address.ANY, Octets.zeros(1));
        converse(queue, reader -> {
            reader.write(Frames.put(other));
            assertThatThrownBy(() -> frame(reader)).isInstanceOf(IOException.class);
            assertThat(queue.size()).isZero();
        });
    }

    @Test
    void whatDisplacesOthersIsGranted() throws IOException {
        SlotQueue queue = new SlotQueue(1, Overflow.DROP_OLDEST, SlotQueue.ANY_SIZE);
        intake.accept(queue, put(1));
        converse(queue, reader -> {
            reader.write(Frames.announcement(put(LONG)));
            assertThat(frame(reader).get()).isEqualTo(Frames.GRANTED);
            assertThat(queue.size()).as("what is not here displaces nothing").isEqualTo(1);
        });
    }

    /** Between the announcement and the last octet there may be others who take the room. */
    @Test
    void whatWasGrantedMayYetFindAFullQueue() throws IOException {
        SlotQueue queue = new SlotQueue(1, Overflow.REJECT, SlotQueue.ANY_SIZE);
        converse(queue, reader -> {
            reader.write(Frames.announcement(put(LONG)));
            assertThat(frame(reader).get()).isEqualTo(Frames.GRANTED);
            intake.accept(queue, put(1));
            ByteBuffer octets = ByteBuffer.allocate(LONG);
            while (octets.hasRemaining()) {
                reader.write(octets);
            }
            ByteBuffer answer = frame(reader);
            assertThat(answer.get()).isEqualTo(Frames.OUTCOME);
            assertThat(Frames.readOutcome(answer)).isEqualTo(LocalOutcome.REJECTED);
            assertThat(queue.counters()).isEqualTo(new SlotCounters(2, 0, 1, 0, 0, 0));
        });
    }
}
