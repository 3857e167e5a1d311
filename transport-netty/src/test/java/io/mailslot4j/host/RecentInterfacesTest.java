package io.mailslot4j.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.protocol.Ipv4Address;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class RecentInterfacesTest {
    private final Deque<Runnable> afterASecond = new ArrayDeque<>();
    private final RecentInterfaces recent =
            new RecentInterfaces(new Interfaces(List.of("127.0.0.1")), afterASecond::add);

    @Test
    void theSystemIsAskedOnceASecond() {
        List<LocalInterface> first = recent.now();
        assertThat(first).extracting(LocalInterface::address).containsExactly(Ipv4Address.parse("127.0.0.1"));
        assertThat(recent.now()).isSameAs(first);
        assertThat(afterASecond).hasSize(1);
        afterASecond.remove().run();
        List<LocalInterface> second = recent.now();
        assertThat(second).isEqualTo(first).isNotSameAs(first);
        assertThat(recent.now()).isSameAs(second);
        assertThat(afterASecond).hasSize(1);
    }

    @Test
    void whatCannotGrowOldIsNotRemembered() {
        RecentInterfaces timeless = new RecentInterfaces(new Interfaces(List.of("127.0.0.1")), later -> {
            throw new RejectedExecutionException();
        });
        for (int times = 0; times < 2; times++) {
            assertThatThrownBy(timeless::now).isInstanceOf(RejectedExecutionException.class);
        }
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
