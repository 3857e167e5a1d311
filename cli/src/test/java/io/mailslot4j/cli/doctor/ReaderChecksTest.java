package io.mailslot4j.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.NetworkStatus;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What is said of how a reader hears. */
class ReaderChecksTest {
    private static final InetSocketAddress ANY = new InetSocketAddress("0.0.0.0", 138);
    private static final Optional<Path> NMBD = Optional.of(Path.of("/run/unexpected"));

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have other settings")
    void asMuchBufferAsIsWantedIsFineAndLessIsNot() {
        assertThat(ReaderChecks.buffer(status(4 << 20, OptionalLong.empty(), Optional.empty(), ANY)))
                .isEqualTo(Check.ok("receive buffer", "4096 KiB: some 6553 datagrams may wait"));
        assertThat(ReaderChecks.buffer(status(212_992, OptionalLong.of(42), Optional.empty(), ANY)))
                .isEqualTo(Check.warning(
                        "receive buffer",
                        "208 KiB of 4096 KiB that were asked for: some 332 datagrams may wait, and more at once are lost",
                        "sysctl -w net.core.rmem_max=4194304; to keep it, in a file of /etc/sysctl.d;"
                                + " then start process 42 again"));
    }

    @Test
    void whatNmbdDoesNotHandOverIsAWarning() {
        Check alone = ReaderChecks.hearing(status(0, OptionalLong.of(42), NMBD));
        assertThat(alone.state()).isEqualTo(Check.State.WARNING);
        assertThat(alone.found()).contains(" at /run/unexpected, shared by ", "process id 42; it loses long messages");
        Check withBroadcasts = ReaderChecks.hearing(status(4 << 20, OptionalLong.empty(), NMBD, ANY));
        assertThat(withBroadcasts.state()).isEqualTo(Check.State.OK);
        assertThat(withBroadcasts.found()).endsWith(" at /run/unexpected; broadcasts come to UDP 0.0.0.0:138 too");
    }

    @Test
    void nothingNeedsToBeSaidOfTheUsualPort() {
        assertThat(ReaderChecks.hearing(status(4 << 20, OptionalLong.empty(), Optional.empty(), ANY)))
                .isEqualTo(Check.ok("receiving", "a listener has UDP 0.0.0.0:138"));
    }

    private static NetworkStatus status(
            int buffer, OptionalLong holder, Optional<Path> nmbd, InetSocketAddress... listening) {
        return new NetworkStatus(
                "FRED",
                "LABGRP",
                List.of(listening),
                buffer,
                OptionalLong.empty(),
                holder,
                nmbd,
                Optional.empty(),
                Optional.empty());
    }
}
