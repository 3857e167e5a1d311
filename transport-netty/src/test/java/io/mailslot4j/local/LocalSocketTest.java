package io.mailslot4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that is stopped accepts no connections, and there is room for so many only. */
@Timeout(60)
class LocalSocketTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private final List<SocketChannel> waiting = new ArrayList<>();
    private ServerSocketChannel stopped;
    private Path socket;

    @BeforeEach
    void listen() throws IOException {
        socket = folder.resolve("s");
        stopped = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        stopped.bind(UnixDomainSocketAddress.of(socket), 2);
    }

    @AfterEach
    void close() throws IOException {
        stopped.close();
        for (SocketChannel channel : waiting) {
            channel.close();
        }
    }

    private void fill() throws IOException {
        try {
            while (true) {
                waiting.add(LocalSocket.connect(socket, Duration.ZERO, () -> false));
            }
        } catch (ProtocolException full) {
            assertThat(full).hasMessage("it accepts no connection for 0 s");
            assertThat(waiting).hasSizeBetween(2, 3);
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere the system refuses a connection at once")
    void whoHasNoRoomIsNotWaitedForLongerThanPatienceLasts() throws IOException {
        fill();
        assertThatThrownBy(() -> LocalSocket.connect(socket, Duration.ofMillis(20), () -> false))
                .isInstanceOf(ProtocolException.class);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere the system refuses a connection at once")
    void anInterruptEndsTheWait() throws IOException {
        fill();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> LocalSocket.connect(socket, LONG, () -> false))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere the system refuses a connection at once")
    void whoGetsRoomIsConnected() throws IOException {
        fill();
        Thread accepting = new Thread(() -> {
            try {
                stopped.accept().close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        accepting.start();
        waiting.add(LocalSocket.connect(socket, LONG, () -> false));
        assertThat(waiting.get(waiting.size() - 1).isConnected()).isTrue();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere the system refuses a connection at once")
    void whoHasNoRoomListens() throws IOException {
        fill();
        assertThat(LocalSocket.isListenedTo(socket)).isTrue();
    }

    @Test
    void theDeadDoNotListen() throws IOException {
        stopped.close();
        assertThat(LocalSocket.isListenedTo(socket)).isFalse();
        assertThat(LocalSocket.isListenedTo(folder.resolve("nobody"))).isFalse();
        assertThatThrownBy(() -> LocalSocket.connect(socket, LONG, () -> false))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(ProtocolException.class);
    }
}
