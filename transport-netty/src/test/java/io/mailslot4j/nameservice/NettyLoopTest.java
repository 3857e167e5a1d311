package io.mailslot4j.nameservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class NettyLoopTest {
    /** If it may send them before, Netty warns everybody but root, where nobody asked for a log too. */
    @Test
    void aSocketMaySendBroadcastsOnceItIsBound() throws InterruptedException {
        AtomicReference<Boolean> before = new AtomicReference<>();
        try (NettyLoop loop = new NettyLoop(Optional.empty())) {
            Channel socket = loop.bind(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                            new ChannelInboundHandlerAdapter() {
                                @Override
                                public void channelRegistered(ChannelHandlerContext ctx) {
                                    before.set(ctx.channel().config().getOption(ChannelOption.SO_BROADCAST));
                                }
                            })
                    .sync()
                    .channel();
            assertThat(before.get()).isFalse();
            assertThat(socket.config().getOption(ChannelOption.SO_BROADCAST)).isTrue();
        }
    }
}
