package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.interop.lab.Lab;
import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.NeedsPeers;
import io.mailslot4j.interop.lab.Peer;
import io.mailslot4j.interop.lab.Waiting;
import io.mailslot4j.interop.peer.OurPeer;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network that takes less than is written makes writers wait, and loses nothing. */
@NeedsPeers({Peer.LAB, Peer.TC})
class FullSendBufferTest {
    private static final String TARGET = "\\\\READER@10.77.0.20\\mailslot\\LISTENER";
    /** More than the system holds of packets of any size. */
    private static final int MANY = 1000;

    @AutoClose
    private final Lab lab = Lab.open();

    private final LabHost host = lab.host("writer", "10.77.0.10");
    private final OurPeer reader = OurPeer.start(lab.host("reader", "10.77.0.20"), "computer=READER");
    private final OurPeer writer = OurPeer.start(host, "computer=WRITER");

    private void open(boolean fromPort138) {
        reader.listen("LISTENER");
        if (fromPort138) {
            assertThat(writer.listen("ANY").problem()).isEmpty();
        }
        // So that they know each other's hardware address.
        writer.put(TARGET, "hello");
        assertThat(reader.next().text()).isEqualTo("hello");
    }

    /** Of the socket of port 138, or of those that the system chose the port of: one for all, one for who gets much. */
    private void awaitFullSendBuffer(boolean fromPort138) {
        long sockets = fromPort138 ? 1 : 2;
        Waiting.until(() -> host.fullSendBuffers() == sockets, () -> "a full send buffer");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoWritesFasterThanTheNetworkTakesWaitsAndLosesNothing(boolean fromPort138) {
        open(fromPort138);
        host.slowDownTo(8);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> writer.putNumbers(TARGET, 0, MANY));
        awaitFullSendBuffer(fromPort138);
        assertThat(writing).isNotDone();
        host.slowDownTo(100_000_000);
        // Two processors send on what had to wait and what had not, and Linux keeps no order between them.
        assertThat(IntStream.range(0, MANY).mapToObj(i -> reader.next().text()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, MANY).mapToObj(Integer::toString).toList());
        writing.join();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void closingWakesWhoWaits(boolean fromPort138) {
        open(fromPort138);
        host.slowDownTo(8);
        writer.flood(TARGET);
        awaitFullSendBuffer(fromPort138);
        assertThat(writer.endOfFlood()).startsWith("MailslotClosedException").contains("closed");
    }
}
