package io.mailslot4j.host;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.AttributeKey;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** NIO sockets that any thread may send from by itself. */
final class NioSocket {
    private static final AttributeKey<DatagramChannel> SOCKET = AttributeKey.valueOf(NioSocket.class, "socket");

    private NioSocket() {}

    static Channel open(boolean ofBothFamilies) {
        try {
            DatagramChannel socket =
                    ofBothFamilies ? DatagramChannel.open() : DatagramChannel.open(StandardProtocolFamily.INET);
            NioDatagramChannel channel = new NioDatagramChannel(socket);
            channel.attr(SOCKET).set(socket);
            return channel;
        } catch (IOException e) {
            throw new ChannelException("cannot open a socket", e);
        }
    }

    /**
     * Sends without waiting. An interrupt closes nothing, as the socket does not block.
     *
     * @return whether that was done; if not, the channel is none of these, or its buffer is full
     */
    static boolean send(Channel channel, byte[] packet, InetSocketAddress to) throws IOException {
        DatagramChannel socket = channel.attr(SOCKET).get();
        return socket != null && socket.send(ByteBuffer.wrap(packet), to) > 0;
    }
}
