package io.mailslot4j.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.protocol.Ipv4Address;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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

    /** In a server that loads and unloads programs, a thread that stays would keep the first one that sent anything. */
    @Test
    @Timeout(60)
    void noThreadStaysWithTheClassLoaderOfWhoeverSent() throws InterruptedException, IOException {
        AtomicInteger threads = new AtomicInteger();
        InheritableThreadLocal<String> inheritance = new InheritableThreadLocal<>() {
            @Override
            protected String childValue(String ofParent) {
                threads.incrementAndGet();
                return ofParent;
            }
        };
        try (URLClassLoader program = new URLClassLoader(new URL[0])) {
            Thread sending = new Thread(() -> {
                inheritance.set("of whoever sent");
                new RecentInterfaces(new Interfaces(List.of("127.0.0.1"))).now();
            });
            sending.setContextClassLoader(program);
            sending.start();
            sending.join();
            // So it is none that some other test has started before.
            assertThat(threads).hasValue(1);
            while (Thread.getAllStackTraces().keySet().stream()
                    .anyMatch(thread -> program.equals(thread.getContextClassLoader()))) {
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        }
    }
}
