package io.mailslot4j.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Samba's nmbd does at its socket for packets that it has no use for, with one who asks. */
public final class ScriptedNmbd implements AutoCloseable {
    public static final int DATAGRAM_SERVICE = 1;

    private final Path path;
    private final ServerSocketChannel server;
    private volatile @Nullable SocketChannel asker;

    private ScriptedNmbd(Path path, ServerSocketChannel server) {
        this.path = path;
        this.server = server;
    }

    public static ScriptedNmbd listen(Path folder) throws IOException {
        Path path = folder.resolve("unexpected");
        Files.deleteIfExists(path);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        return new ScriptedNmbd(path, server.bind(UnixDomainSocketAddress.of(path)));
    }

    public Path path() {
        return path;
    }

    /** Assents to the next wish in a thread of its own, whenever that comes. */
    public Thread assenting() {
        Thread thread = new Thread(() -> {
            try {
                accept();
                assent();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.start();
        return thread;
    }

    /** Takes the next wish, and passes those over who only see whether somebody is here. */
    public ByteBuffer accept() throws IOException {
        ByteBuffer wish = ByteBuffer.allocate(64).order(ByteOrder.nativeOrder());
        while (wish.position() == 0) {
            SocketChannel next = server.accept();
            asker = next;
            next.read(wish);
        }
        return wish.flip();
    }

    public void assent() throws IOException {
        say(ByteBuffer.allocate(1));
    }

    public void say(ByteBuffer octets) throws IOException {
        while (octets.hasRemaining()) {
            asker().write(octets);
        }
    }

    /** A packet, as it is handed over. */
    public static ByteBuffer event(int service, InetSocketAddress from, byte... packet) {
        return ByteBuffer.allocate(32 + packet.length)
                .order(ByteOrder.nativeOrder())
                .putLong(0, packet.length)
                .putInt(8, service)
                .putLong(16, 1_700_000_000)
                .put(24, from.getAddress().getAddress())
                .putInt(28, from.getPort())
                .put(32, packet);
    }

    /** Leaves who has asked, as nmbd does when it ends. */
    public void leave() throws IOException {
        asker().close();
    }

    private SocketChannel asker() {
        return Objects.requireNonNull(asker, "nobody has asked");
    }

    @Override
    public void close() throws IOException {
        server.close();
        SocketChannel last = asker;
        if (last != null) {
            last.close();
        }
    }
}
