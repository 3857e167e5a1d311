package io.mailslot4j.host;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.AttributeKey;
import java.io.IOException;
import java.net.StandardProtocolFamily;
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

    /** An interrupt closes nothing, as the socket does not block; and the JDK keeps those who send and who close apart. */
    static SocketSender sender(Channel channel) {
        DatagramChannel socket = channel.attr(SOCKET).get();
        return (packet, to) -> socket.send(packet, to) > 0;
    }
}
