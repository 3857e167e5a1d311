package io.mailslot4j.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramError;
import io.mailslot4j.protocol.datagram.DatagramFlags;
import io.mailslot4j.protocol.datagram.DatagramHeader;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.AddressedEnvelope;
import io.netty.channel.DefaultAddressedEnvelope;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.handler.codec.DecoderException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class CodecTest {
    private static final InetSocketAddress HERE = new InetSocketAddress("10.0.0.1", 138);
    private static final InetSocketAddress THERE = new InetSocketAddress("10.0.0.2", 138);
    private static final MailslotDatagram MESSAGE = new MailslotDatagram(
            new DatagramHeader(
                    DatagramType.DIRECT_UNIQUE, DatagramFlags.whole(NodeType.H), 7, Ipv4Address.parse("10.0.0.2"), 138),
            NetBiosName.of("THERE", NameSuffix.WORKSTATION),
            NetBiosName.of("HERE", NameSuffix.WORKSTATION),
            MailslotWrite.of("\\MAILSLOT\\X", Octets.ofHex("0102")));

    private final EmbeddedChannel channel = new EmbeddedChannel(new NetBiosDatagramCodec(), new MailslotWriteCodec());

    @Test
    void aPacketBecomesAMailslotDatagramWithItsAddresses() {
        channel.writeInbound(packet(MESSAGE.toDatagram().encode()));
        AddressedEnvelope<?, ?> got = channel.readInbound();
        assertThat(got.content()).isEqualTo(MESSAGE);
        assertThat(got.sender()).isEqualTo(THERE);
        assertThat(got.recipient()).isEqualTo(HERE);
    }

    @Test
    void aMailslotDatagramBecomesAPacket() {
        channel.writeOutbound(new DefaultAddressedEnvelope<>(MESSAGE, THERE));
        DatagramPacket packet = channel.readOutbound();
        assertThat(packet.recipient()).isEqualTo(THERE);
        assertThat(ByteBufUtil.getBytes(packet.content()))
                .isEqualTo(MESSAGE.toDatagram().encode().toArray());
        packet.release();
    }

    @Test
    void messagesOfTheServiceThatCarryNoDataPass() {
        channel.writeInbound(packet(Octets.ofHex("130c00080a090802c64d82")));
        AddressedEnvelope<?, ?> got = channel.readInbound();
        assertThat(got.content()).isInstanceOf(DatagramError.class);
    }

    @Test
    void packetsOfTheNameServiceHaveACodecOfTheirOwn() {
        EmbeddedChannel names = new EmbeddedChannel(new NameServiceCodec());
        Octets query = Octets.ofHex("00010000000100000000000020434b" + "41".repeat(30) + "0000210001");
        names.writeInbound(packet(query));
        AddressedEnvelope<?, ?> got = names.readInbound();
        assertThat(got.content()).isEqualTo(NameServicePacket.decode(query));
        assertThat(got.sender()).isEqualTo(THERE);
        names.writeOutbound(new DefaultAddressedEnvelope<>(NameServicePacket.decode(query), THERE));
        DatagramPacket sent = names.readOutbound();
        assertThat(ByteBufUtil.getBytes(sent.content())).isEqualTo(query.toArray());
        sent.release();
        assertThatThrownBy(() -> names.writeInbound(packet(Octets.ofHex("00"))))
                .hasCauseInstanceOf(MalformedPacketException.class);
    }

    @Test
    void otherOutboundMessagesPass() {
        DatagramPacket raw = packet(Octets.ofHex("00"));
        channel.writeOutbound(raw);
        DatagramPacket passed = channel.readOutbound();
        assertThat(passed).isSameAs(raw);
        raw.release();
    }

    @Test
    void aMalformedPacketIsATypedErrorAndTheChannelStaysOpen() {
        DatagramPacket unknown = packet(Octets.ofHex("00"));
        assertThatThrownBy(() -> channel.writeInbound(unknown))
                .isInstanceOf(DecoderException.class)
                .hasCauseInstanceOf(MalformedPacketException.class);
        assertThat(unknown.refCnt()).isZero();
        Octets packet = MESSAGE.toDatagram().encode();
        assertThatThrownBy(() -> channel.writeInbound(packet(packet.slice(0, packet.size() - 1))))
                .hasRootCauseMessage("data at offset 166: needs 2 octets, 1 left");
        assertThat(channel.isOpen()).isTrue();
    }

    private static DatagramPacket packet(Octets octets) {
        return new DatagramPacket(Unpooled.wrappedBuffer(octets.toArray()), HERE, THERE);
    }
}
