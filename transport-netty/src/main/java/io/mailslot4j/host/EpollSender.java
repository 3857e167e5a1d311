package io.mailslot4j.host;

import io.netty.channel.unix.Buffer;
import io.netty.channel.unix.Socket;
import io.netty.channel.unix.UnixChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.locks.StampedLock;

/** Sends from an epoll socket, whose number may be that of another file once it is closed. */
final class EpollSender implements SocketSender {
    private final Socket socket;
    /** Read by all who send, and so by nobody who closes. */
    private final StampedLock use = new StampedLock();

    private boolean closed;

    EpollSender(UnixChannel channel) {
        socket = new Socket(channel.fd().intValue());
    }

    @Override
    public boolean send(ByteBuffer packet, InetSocketAddress to) throws IOException {
        ByteBuffer direct = packet.isDirect()
                ? packet
                : ByteBuffer.allocateDirect(packet.remaining())
                        .put(packet.duplicate())
                        .flip();
        long stamp = use.readLock();
        try {
            if (closed) {
                throw new ClosedChannelException();
            }
            long address = Buffer.memoryAddress(direct);
            return socket.sendToAddress(address, direct.position(), direct.limit(), to.getAddress(), to.getPort()) > 0;
        } finally {
            use.unlockRead(stamp);
        }
    }

    @Override
    public void close() {
        long stamp = use.writeLock();
        closed = true;
        use.unlockWrite(stamp);
    }
}
