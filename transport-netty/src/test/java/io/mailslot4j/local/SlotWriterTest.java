package io.mailslot4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.LocalDeliveryException;
import io.mailslot4j.MailslotClosedException;
import io.mailslot4j.Message.Delivery;
import io.mailslot4j.delivery.LocalPut;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Writers to a reader that is stopped: it listens, and says nothing. */
@Timeout(60)
class SlotWriterTest {
    private static final Duration FOR_EVER = Duration.ofDays(1);
    private static final NetBiosName PC = NetBiosName.of("PC", NameSuffix.WORKSTATION);
    private static final LocalPut PUT =
            new LocalPut("\\MAILSLOT\\X", Delivery.LOCAL, PC, PC, 1, Ipv4Address.ANY, Octets.EMPTY);

    @TempDir
    private Path folder;

    private Path socket;
    private ServerSocketChannel stopped;
    private SlotWriter writer;

    /** What one thread puts. */
    private final class Putting extends Thread {
        private final CompletableFuture<Optional<LocalAnswer>> outcome = new CompletableFuture<>();

        Putting() {
            setDaemon(true);
            start();
        }

        @Override
        public void run() {
            try {
                outcome.complete(writer.put(PUT));
            } catch (RuntimeException e) {
                outcome.completeExceptionally(e);
            }
        }

        /** Returns when it waits for those who put before it. */
        Putting waiting() {
            while (getState() != State.WAITING) {
                Thread.onSpinWait();
            }
            return this;
        }
    }

    @BeforeEach
    void open() throws IOException {
        socket = folder.resolve("s");
        stopped = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        writer = new SlotWriter(socket, "x", FOR_EVER);
    }

    @AfterEach
    void close() throws IOException {
        writer.close();
        stopped.close();
    }

    private void listen(int backlog) throws IOException {
        stopped.bind(UnixDomainSocketAddress.of(socket), backlog);
    }

    private static void assertClosed(Putting putting) {
        assertThatThrownBy(putting.outcome::get).hasCauseInstanceOf(MailslotClosedException.class);
    }

    @Test
    void closingEndsThoseWhoWaitForAWordAndForTheirTurn() throws IOException {
        listen(10);
        Putting first = new Putting();
        try (SocketChannel greetsNobody = stopped.accept()) {
            Putting second = new Putting().waiting();
            writer.close();
            assertClosed(first);
            assertClosed(second);
            assertThat(greetsNobody.isOpen()).isTrue();
        }
        assertThatThrownBy(() -> writer.put(PUT)).isInstanceOf(MailslotClosedException.class);
        stopped.configureBlocking(false);
        assertThat(stopped.accept()).isNull();
    }

    @Test
    void closingEndsThoseForWhomThereIsNoRoomToConnect() throws IOException {
        listen(1);
        List<SocketChannel> others = new ArrayList<>();
        try {
            while (true) {
                SocketChannel other = SocketChannel.open(StandardProtocolFamily.UNIX);
                others.add(other);
                other.configureBlocking(false);
                if (!connects(other)) {
                    break;
                }
            }
            Putting putting = new Putting();
            while (putting.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            writer.close();
            assertClosed(putting);
        } finally {
            for (SocketChannel other : others) {
                other.close();
            }
        }
    }

    private boolean connects(SocketChannel channel) {
        try {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException full) {
            return false;
        }
    }

    @Test
    void anInterruptEndsWhoWaitsForItsTurn() throws IOException {
        listen(10);
        Putting first = new Putting();
        try (SocketChannel greetsNobody = stopped.accept()) {
            Putting second = new Putting().waiting();
            second.interrupt();
            assertThatThrownBy(second.outcome::get)
                    .hasCauseInstanceOf(LocalDeliveryException.class)
                    .hasMessageContaining("was not put");
            assertThat(first.outcome).isNotDone();
            assertThat(greetsNobody.isOpen()).isTrue();
        }
        // It ends, and so there is nobody who reads.
        assertThat(first.outcome.join()).isEmpty();
    }
}
