package io.mailslot4j.host;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a {@link SocketListener} what comes through a pipeline. */
final class PacketHandler extends SimpleChannelInboundHandler<DatagramPacket> {
    private static final Logger LOG = LoggerFactory.getLogger(PacketHandler.class);

    /** Of one packet after the other; channels have no larger ones. */
    private final ByteBuffer octets = ByteBuffer.allocate(SocketKind.MAX_PACKET);

    private final SocketListener listener;

    PacketHandler(SocketListener listener) {
        this.listener = listener;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, DatagramPacket packet) {
        ByteBuf content = packet.content();
        int size = content.readableBytes();
        // Into an array, because a view of a native buffer is an object each time.
        content.getBytes(content.readerIndex(), octets.array(), 0, size);
        listener.received(octets.clear().limit(size), packet.sender());
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        listener.endOfBatch();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof IOException) {
            // Such as an ICMP error for something we sent. The socket works on.
            LOG.debug("on {}", ctx.channel(), cause);
        } else {
            LOG.warn("a packet could not be handled", cause);
        }
    }
}
