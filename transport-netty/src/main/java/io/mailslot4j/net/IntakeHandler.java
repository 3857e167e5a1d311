package io.mailslot4j.net;

import io.mailslot4j.host.SocketKind;
import io.mailslot4j.local.PacketReceiver;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what the sockets receive to a {@link PacketReceiver}, and tells it when they have no more. Stands in place of the
 * codec, so that a malformed packet keeps its sender.
 */
final class IntakeHandler extends SimpleChannelInboundHandler<DatagramPacket> {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeHandler.class);

    /** Of one packet after the other; channels have no larger ones. */
    private final ByteBuffer octets = ByteBuffer.allocate(SocketKind.MAX_PACKET);

    private final PacketReceiver receiver;
    private final Optional<String> networkInterface;

    /** @param networkInterface the interface that the channel's packets come in by, where known */
    IntakeHandler(PacketReceiver receiver, Optional<String> networkInterface) {
        this.receiver = receiver;
        this.networkInterface = networkInterface;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, DatagramPacket packet) {
        ByteBuf content = packet.content();
        int size = content.readableBytes();
        // Into an array, because a view of a native buffer is an object each time.
        content.getBytes(content.readerIndex(), octets.array(), 0, size);
        receiver.received(octets.clear().limit(size), packet.sender(), networkInterface);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        receiver.endOfBatch();
    }

    /** Such as an ICMP error for something we sent. The socket works on. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.debug("on {}", ctx.channel(), cause);
    }
}
