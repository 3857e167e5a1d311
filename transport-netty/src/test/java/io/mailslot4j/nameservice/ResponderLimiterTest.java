package io.mailslot4j.nameservice;

import static io.mailslot4j.nameservice.ResponderHost.FRED;
import static io.mailslot4j.nameservice.ResponderHost.OTHER;
import static io.mailslot4j.nameservice.ResponderHost.PC;
import static io.mailslot4j.nameservice.ResponderHost.at;
import static io.mailslot4j.nameservice.ResponderHost.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NamePackets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever writes another's address as source shall not get us to flood it. */
class ResponderLimiterTest {
    private static final Ipv4Address VICTIM = Ipv4Address.parse("10.0.0.9");

    private final VirtualTimers timers = new VirtualTimers();
    private final ResponderLink link = new ResponderLink(timers);

    private static long allowed(ResponderLimiter limiter, Ipv4Address to, int times) {
        return IntStream.range(0, times).filter(i -> limiter.allows(to)).count();
    }

    @Test
    void aBurstIsASecondsWorthAndTimeFillsItAgain() {
        ResponderLimiter limiter = new ResponderLimiter(timers, 10, 1000);
        assertThat(allowed(limiter, VICTIM, 100)).isEqualTo(10);
        timers.advance(Duration.ofMillis(500));
        assertThat(allowed(limiter, VICTIM, 100)).isEqualTo(5);
        timers.advance(Duration.ofHours(1));
        assertThat(allowed(limiter, VICTIM, 100)).isEqualTo(10);
    }

    @Test
    void oneSourceTakesNothingFromTheOthers() {
        ResponderLimiter limiter = new ResponderLimiter(timers, 10, 20);
        assertThat(allowed(limiter, VICTIM, 1000)).isEqualTo(10);
        assertThat(allowed(limiter, Ipv4Address.parse("10.0.0.8"), 1000)).isEqualTo(10);
    }

    @Test
    void manySourcesTogetherGetNoMoreThanTheSum() {
        ResponderLimiter limiter = new ResponderLimiter(timers, 10, 500);
        long all = IntStream.range(0, 100_000)
                .filter(i -> limiter.allows(new Ipv4Address(0x0A000000 + i)))
                .count();
        assertThat(all).isEqualTo(500);
    }

    /** Else a crowd of others would be a new beginning for whoever floods. */
    @Test
    void aSourceThatGoesOnIsNotForgottenForOthers() {
        ResponderLimiter limiter = new ResponderLimiter(timers, 10, 1_000_000);
        assertThat(allowed(limiter, VICTIM, 100)).isEqualTo(10);
        for (int i = 0; i < 2 * ResponderLimiter.SOURCES; i++) {
            assertThat(limiter.allows(new Ipv4Address(0x0A010000 + i))).isTrue();
            assertThat(limiter.allows(VICTIM)).isFalse();
        }
    }

    @Test
    void aFloodOfStatusRequestsIsAnsweredTenTimesASecondAndQueriesStillAre() {
        ResponderHost pc = new ResponderHost(timers, link, NodeType.B, List.of(), PC);
        pc.responder.register(FRED, false);
        timers.advance(Duration.ofSeconds(2));
        link.forget();
        for (int i = 0; i < 1000; i++) {
            pc.receives(NamePackets.nodeStatusRequest(i, NetBiosName.BROADCAST), at(OTHER, 1000 + i));
        }
        timers.advance(Duration.ofMillis(10));
        assertThat(link.sentBy(PC)).hasSize(10);
        assertThat(pc.count(ResponderEvent.LIMITED)).isEqualTo(990);
        assertThat(pc.count(ResponderEvent.STATUS_ANSWERED)).isEqualTo(10);
        pc.receives(NamePackets.nameQueryRequest(1, FRED, true), at(OTHER));
        timers.advance(Duration.ofMillis(10));
        assertThat(pc.count(ResponderEvent.QUERY_ANSWERED)).isEqualTo(1);
    }

    @Test
    void defenceAndDenialsAreLimitedToo() {
        ResponderLimits few = new ResponderLimits(5, 100, 1, 1);
        ResponderHost pc = new ResponderHost(timers, link, NodeType.B, List.of(), few, PC);
        pc.responder.register(FRED, false);
        timers.advance(Duration.ofSeconds(2));
        link.forget();
        for (int i = 0; i < 100; i++) {
            pc.receives(
                    NamePackets.nameRegistrationRequest(i, FRED, ResponderHost.owner(false, OTHER), 0, true),
                    at(OTHER));
            pc.receives(NamePackets.nameQueryRequest(i, name("ELSE"), false), at(OTHER));
        }
        timers.advance(Duration.ofMillis(10));
        assertThat(link.sentBy(PC)).hasSize(5);
    }
}
