package io.mailslot4j.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Ipv4Address;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentInterfacesTest {
    private final AtomicLong time = new AtomicLong(-1);
    private final RecentInterfaces recent = new RecentInterfaces(new Interfaces(List.of("127.0.0.1")), time::get);

    @Test
    void theSystemIsAskedOnceASecond() {
        List<LocalInterface> first = recent.now();
        assertThat(first).extracting(LocalInterface::address).containsExactly(Ipv4Address.parse("127.0.0.1"));
        time.addAndGet(TimeUnit.SECONDS.toNanos(1) - 1);
        assertThat(recent.now()).isSameAs(first);
        time.incrementAndGet();
        assertThat(recent.now()).isEqualTo(first).isNotSameAs(first);
    }

    @Test
    void aDatagramLeavesFromTheNetworkThatItGoesTo() {
        for (int times = 0; times < 2; times++) {
            assertThat(recent.wayTo(Ipv4Address.parse("127.3.2.1")))
                    .isEqualTo(new RecentInterfaces.Way(Ipv4Address.parse("127.0.0.1"), false));
        }
    }

    @Test
    void theBroadcastAddressOfANetworkIsKnownAsOne() {
        assertThat(recent.wayTo(Ipv4Address.parse("127.255.255.255")))
                .isEqualTo(new RecentInterfaces.Way(Ipv4Address.parse("127.0.0.1"), true));
    }
}
