package io.mailslot4j.netty;

import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.netty.channel.AddressedEnvelope;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.DefaultAddressedEnvelope;
import io.netty.handler.codec.MessageToMessageCodec;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Turns NetBIOS datagrams that carry a mailslot write into {@link MailslotDatagram}s and back. Stands behind a
 * {@link NetBiosDatagramCodec}; other messages pass.
 *
 * <p>A datagram that carries anything else ends as a {@link io.netty.handler.codec.DecoderException} with a
 * {@link io.mailslot4j.protocol.MalformedPacketException} as its cause; the channel stays open. Sharable.
 */
@Sharable
public final class MailslotWriteCodec
        extends MessageToMessageCodec<
                AddressedEnvelope<NetBiosDatagram, InetSocketAddress>,
                AddressedEnvelope<MailslotDatagram, InetSocketAddress>> {

    /** A codec that any number of channels may share. */
    public MailslotWriteCodec() {}

    @Override
    public boolean acceptInboundMessage(Object msg) {
        return msg instanceof AddressedEnvelope<?, ?> envelope && envelope.content() instanceof NetBiosDatagram;
    }

    @Override
    public boolean acceptOutboundMessage(Object msg) {
        return msg instanceof AddressedEnvelope<?, ?> envelope && envelope.content() instanceof MailslotDatagram;
    }

    @Override
    protected void encode(
            ChannelHandlerContext ctx, AddressedEnvelope<MailslotDatagram, InetSocketAddress> msg, List<Object> out) {
        out.add(new DefaultAddressedEnvelope<>(msg.content().toDatagram(), msg.recipient(), msg.sender()));
    }

    @Override
    protected void decode(
            ChannelHandlerContext ctx, AddressedEnvelope<NetBiosDatagram, InetSocketAddress> msg, List<Object> out) {
        out.add(new DefaultAddressedEnvelope<>(MailslotDatagram.of(msg.content()), msg.recipient(), msg.sender()));
    }
}
