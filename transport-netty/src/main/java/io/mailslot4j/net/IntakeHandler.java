package io.mailslot4j.net;

import io.mailslot4j.delivery.Intake;
import io.mailslot4j.host.SocketKind;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.mailslot.PlainMailslotWrite;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what the sockets receive to the {@link Intake}, and tells it when they have no more. Reads packets itself instead
 * of standing behind the codec, so that a malformed one keeps its sender.
 */
final class IntakeHandler extends SimpleChannelInboundHandler<DatagramPacket> {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeHandler.class);

    private final PlainMailslotWrite plain = new PlainMailslotWrite(SocketKind.MAX_PACKET);
    private final Intake intake;
    private final Optional<String> networkInterface;

    /** @param networkInterface the interface that the channel's packets come in by, where known */
    IntakeHandler(Intake intake, Optional<String> networkInterface) {
        this.intake = intake;
        this.networkInterface = networkInterface;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, DatagramPacket packet) {
        ByteBuf content = packet.content();
        int size = content.readableBytes();
        if (size <= plain.buffer().length) {
            content.getBytes(content.readerIndex(), plain.buffer(), 0, size);
            if (plain.read(size)) {
                intake.accept(plain, packet.sender(), networkInterface);
                return;
            }
        }
        DatagramMessage message;
        try {
            message = DatagramMessage.decode(Octets.wrap(ByteBufUtil.getBytes(content)));
        } catch (MalformedPacketException e) {
            intake.malformed(e, packet.sender());
            return;
        }
        intake.accept(message, packet.sender(), networkInterface);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        intake.endOfBatch();
    }

    /** Such as an ICMP error for something we sent. The socket works on. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.debug("on {}", ctx.channel(), cause);
    }
}
