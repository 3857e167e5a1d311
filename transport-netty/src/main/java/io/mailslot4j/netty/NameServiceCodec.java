package io.mailslot4j.netty;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.AddressedEnvelope;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.DefaultAddressedEnvelope;
import io.netty.channel.socket.DatagramPacket;
import io.netty.handler.codec.MessageToMessageCodec;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Turns UDP packets into {@linkplain NameServicePacket packets} of the NetBIOS name service and back. The envelope says
 * where a packet came from and where it goes.
 *
 * <p>A packet that is none ends as a {@link io.netty.handler.codec.DecoderException} with a
 * {@link io.mailslot4j.protocol.MalformedPacketException} as its cause; the channel stays open. Sharable.
 */
@Sharable
public final class NameServiceCodec
        extends MessageToMessageCodec<DatagramPacket, AddressedEnvelope<NameServicePacket, InetSocketAddress>> {
    /** A codec that any number of channels may share. */
    public NameServiceCodec() {}

    @Override
    public boolean acceptOutboundMessage(Object msg) {
        return msg instanceof AddressedEnvelope<?, ?> envelope && envelope.content() instanceof NameServicePacket;
    }

    @Override
    protected void encode(
            ChannelHandlerContext ctx, AddressedEnvelope<NameServicePacket, InetSocketAddress> msg, List<Object> out) {
        ByteBuf packet = Unpooled.wrappedBuffer(msg.content().encode().toArray());
        out.add(new DatagramPacket(packet, msg.recipient()));
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, DatagramPacket packet, List<Object> out) {
        Octets octets = Octets.wrap(ByteBufUtil.getBytes(packet.content()));
        out.add(new DefaultAddressedEnvelope<>(NameServicePacket.decode(octets), packet.recipient(), packet.sender()));
    }
}
