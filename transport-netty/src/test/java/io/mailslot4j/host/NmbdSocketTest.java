package io.mailslot4j.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.NetworkException;
import io.mailslot4j.protocol.Octets;
import io.netty.channel.IoEventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The form was measured on Samba 4.17 on x86-64; a test against the real nmbd is among those of interoperability. */
@Timeout(60)
class NmbdSocketTest {
    private static final InetSocketAddress SENDER = new InetSocketAddress("192.0.2.7", 138);

    private record Packet(Octets octets, InetSocketAddress from) {}

    private final MultiThreadIoEventLoopGroup group = EventLoops.open("test");
    private final IoEventLoop loop = group.next();
    private final BlockingQueue<Packet> packets = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> batches = new LinkedBlockingQueue<>();
    private final CountDownLatch lost = new CountDownLatch(1);
    private final SocketListener listener = new SocketListener() {
        @Override
        public void received(ByteBuffer packet, InetSocketAddress from) {
            byte[] octets = new byte[packet.remaining()];
            packet.get(octets);
            packets.add(new Packet(Octets.wrap(octets), from));
            if (octets.length == 1) {
                throw new AssertionError("one octet is too much for this listener");
            }
        }

        @Override
        public void endOfBatch() {
            batches.add("end");
        }
    };

    private ScriptedNmbd nmbd;

    @BeforeEach
    void listen(@TempDir Path folder) throws IOException {
        nmbd = ScriptedNmbd.listen(folder);
    }

    @AfterEach
    void close() throws IOException {
        nmbd.close();
        EventLoops.close(group);
    }

    private NmbdSocket opened() throws InterruptedException {
        Thread assenting = nmbd.assenting();
        NmbdSocket socket = NmbdSocket.open(loop, nmbd.path(), listener, lost::countDown);
        assenting.join();
        return socket;
    }

    private static Packet packet(String hex) {
        return new Packet(Octets.ofHex(hex), SENDER);
    }

    private static ByteBuffer event(String hex) {
        return ScriptedNmbd.event(
                ScriptedNmbd.DATAGRAM_SERVICE, SENDER, Octets.ofHex(hex).toArray());
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%04x", number);
    }

    @Test
    void theDatagramsOfAllSlotsAreAskedFor() throws IOException, InterruptedException {
        Thread opening = new Thread(() ->
                NmbdSocket.open(loop, nmbd.path(), listener, lost::countDown).close());
        opening.start();
        ByteBuffer wish = nmbd.accept();
        assertThat(wish.remaining()).isEqualTo(24);
        assertThat(wish.getInt(0)).as("datagram service").isEqualTo(1);
        assertThat(wish.getLong(8)).as("length of a slot's name").isZero();
        assertThat(wish.getInt(16)).as("any transaction").isEqualTo(-1);
        nmbd.assent();
        opening.join();
    }

    @Test
    void packetsComeWithTheirSendersInBatches() throws IOException, InterruptedException {
        try (NmbdSocket socket = opened()) {
            nmbd.say(event("1102"));
            assertThat(packets.take()).isEqualTo(packet("1102"));
            assertThat(batches.take()).isEqualTo("end");
            nmbd.say(event("1003"));
            assertThat(packets.take()).isEqualTo(packet("1003"));
            assertThat(socket).isNotNull();
        }
    }

    @Test
    void packetsComeWholeHoweverTheyAreCut() throws IOException, InterruptedException {
        try (NmbdSocket socket = opened()) {
            ByteBuffer two = ByteBuffer.allocate(2 * 34);
            two.put(event("1102")).put(event("1003")).flip();
            while (two.hasRemaining()) {
                nmbd.say(ByteBuffer.wrap(new byte[] {two.get()}));
            }
            assertThat(packets.take()).isEqualTo(packet("1102"));
            assertThat(packets.take()).isEqualTo(packet("1003"));
            assertThat(socket).isNotNull();
        }
    }

    /** More octets than the buffer holds. */
    @Test
    void manyPacketsComeInOrder() throws IOException, InterruptedException {
        try (NmbdSocket socket = opened()) {
            for (int i = 0; i < 200; i++) {
                nmbd.say(event(number(i) + "00".repeat(574)));
            }
            for (int i = 0; i < 200; i++) {
                assertThat(packets.take().octets().slice(0, 2)).isEqualTo(Octets.ofHex(number(i)));
            }
            assertThat(socket).isNotNull();
        }
    }

    @Test
    void packetsOfTheNameServiceAreNotOurs() throws IOException, InterruptedException {
        try (NmbdSocket socket = opened()) {
            nmbd.say(ScriptedNmbd.event(0, SENDER, (byte) 1, (byte) 2));
            nmbd.say(event("1003"));
            assertThat(packets.take()).isEqualTo(packet("1003"));
            assertThat(socket).isNotNull();
        }
    }

    @Test
    void aListenerThatFailsGetsTheNextPacket() throws IOException, InterruptedException {
        try (NmbdSocket socket = opened()) {
            nmbd.say(event("11"));
            nmbd.say(event("1003"));
            assertThat(packets.take()).isEqualTo(packet("11"));
            assertThat(packets.take()).isEqualTo(packet("1003"));
            assertThat(socket).isNotNull();
        }
    }

    @Test
    void theEndOfNmbdIsTold() throws IOException, InterruptedException {
        try (NmbdSocket socket = opened()) {
            nmbd.leave();
            lost.await();
            assertThat(socket).isNotNull();
        }
    }

    @Test
    void aPacketThatIsTooLongToBeOneEndsIt() throws IOException, InterruptedException {
        try (NmbdSocket socket = opened()) {
            nmbd.say(ByteBuffer.allocate(32).order(ByteOrder.nativeOrder()).putLong(0, 2049));
            lost.await();
            assertThat(packets).isEmpty();
            assertThat(socket).isNotNull();
        }
    }

    @Test
    void whoClosesIsNotToldOfTheEnd() throws InterruptedException {
        opened().close();
        // Whatever the loop still had to tell it has told now.
        loop.submit(() -> {}).await();
        assertThat(lost.getCount()).isEqualTo(1);
    }

    @Test
    void aSilentNmbdIsAnError() {
        assertThatThrownBy(() -> NmbdSocket.open(loop, nmbd.path(), listener, lost::countDown, Duration.ofMillis(1)))
                .isInstanceOf(NetworkException.class)
                .hasMessageContaining(nmbd.path().toString())
                .hasMessageContaining("no answer");
    }

    @Test
    void anotherProgramIsAnError() throws IOException, InterruptedException {
        Thread other = new Thread(() -> {
            try {
                nmbd.accept();
                nmbd.say(ByteBuffer.wrap(new byte[] {'H'}));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        other.start();
        assertThatThrownBy(() -> NmbdSocket.open(loop, nmbd.path(), listener, lost::countDown))
                .isInstanceOf(NetworkException.class)
                .hasMessageContaining("does not speak as nmbd");
        other.join();
    }

    @Test
    void nobodyIsAnError() throws IOException {
        nmbd.close();
        assertThatThrownBy(() -> NmbdSocket.open(loop, nmbd.path(), listener, lost::countDown))
                .isInstanceOf(NetworkException.class)
                .hasMessageContaining(nmbd.path().toString());
    }
}
