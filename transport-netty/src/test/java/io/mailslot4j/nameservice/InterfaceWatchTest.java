package io.mailslot4j.nameservice;

import static io.mailslot4j.nameservice.ResponderHost.interfaces;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.NetworkException;
import io.mailslot4j.host.InterfaceWatch;
import io.mailslot4j.host.LocalInterface;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterfaceWatchTest {
    private final VirtualTimers timers = new VirtualTimers();
    private final List<List<LocalInterface>> told = new ArrayList<>();
    private List<LocalInterface> now = interfaces("10.0.1.7");

    private InterfaceWatch watch() {
        return new InterfaceWatch(() -> now, now, timers::later, Duration.ofSeconds(3), told::add);
    }

    @Test
    void whatStaysAsItIsIsNotTold() {
        watch();
        timers.advance(Duration.ofMinutes(1));
        assertThat(told).isEmpty();
    }

    @Test
    void aChangeIsToldOnce() {
        watch();
        now = interfaces("10.0.1.7", "10.0.2.7");
        timers.advance(Duration.ofMillis(2999));
        assertThat(told).isEmpty();
        timers.advance(Duration.ofMinutes(1));
        assertThat(told).containsExactly(now);
    }

    @Test
    void thatAllAddressesAreGoneIsAChangeToo() {
        watch();
        now = List.of();
        timers.advance(Duration.ofSeconds(3));
        now = interfaces("10.0.3.7");
        timers.advance(Duration.ofSeconds(3));
        assertThat(told).containsExactly(List.of(), now);
    }

    /** As when a process has as many files open as it may. */
    @Test
    void aSystemThatDoesNotTellIsNoChange() {
        List<LocalInterface> there = now;
        new InterfaceWatch(
                () -> {
                    if (now.isEmpty()) {
                        throw new NetworkException(NetworkException.Reason.INPUT_OUTPUT, "Too many open files", null);
                    }
                    return now;
                },
                there,
                timers::later,
                Duration.ofSeconds(3),
                told::add);
        now = List.of();
        timers.advance(Duration.ofMinutes(1));
        now = there;
        timers.advance(Duration.ofMinutes(1));
        assertThat(told).isEmpty();
        now = interfaces("10.0.3.7");
        timers.advance(Duration.ofSeconds(3));
        assertThat(told).containsExactly(now);
    }

    @Test
    void afterTheEndNothingIsLookedAt() {
        InterfaceWatch watch = watch();
        now = List.of();
        watch.stop();
        timers.advance(Duration.ofMinutes(1));
        assertThat(told).isEmpty();
        assertThat(timers.pending()).isZero();
    }

    @Test
    void whoeverIsToldMayStopIt() {
        InterfaceWatch[] watch = new InterfaceWatch[1];
        watch[0] = new InterfaceWatch(() -> now, List.of(), timers::later, Duration.ofSeconds(3), i -> watch[0].stop());
        timers.advance(Duration.ofSeconds(3));
        assertThat(timers.pending()).isZero();
    }
}
