package io.mailslot4j.interop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A test whose peers are missing is never passed over in silence. */
class PeersConditionTest {
    @NeedsPeers({Peer.LAB, Peer.NMBD, Peer.TSHARK})
    private static final class SomeTest {}

    private static final NeedsPeers NEEDS = SomeTest.class.getAnnotation(NeedsPeers.class);
    private static final String LINE =
            "SomeTest: needs nmbd and nmblookup (Debian packages samba and samba-common-bin)";

    @TempDir
    private Path folder;

    private Path list() {
        return folder.resolve("target").resolve("not-run.txt");
    }

    private PeersCondition condition(boolean mustRun, Peer... here) {
        return new PeersCondition(Set.of(here)::contains, mustRun, NotRun.emptyList(list()));
    }

    @Test
    void runsWhereAllPeersAre() {
        PeersCondition condition = condition(true, Peer.LAB, Peer.NMBD, Peer.TSHARK);
        assertThat(condition.evaluate("SomeTest", NEEDS).isDisabled()).isFalse();
        assertThat(list()).doesNotExist();
    }

    @Test
    void doesNotRunWithoutOneAndSaysSo() {
        PeersCondition condition = condition(false, Peer.LAB, Peer.TSHARK);
        assertThat(condition.evaluate("SomeTest", NEEDS)).satisfies(result -> {
            assertThat(result.isDisabled()).isTrue();
            assertThat(result.getReason()).contains(LINE);
        });
        assertThat(list()).hasContent(LINE);
    }

    @Test
    void failsInContinuousIntegrationAndSaysSo() {
        PeersCondition condition = condition(true, Peer.LAB, Peer.TSHARK);
        assertThatThrownBy(() -> condition.evaluate("SomeTest", NEEDS))
                .isInstanceOf(AssertionError.class)
                .hasMessage(LINE);
        assertThat(list()).hasContent(LINE);
    }

    @Test
    void namesAllThatIsMissing() {
        PeersCondition condition = condition(false, Peer.NMBD);
        assertThat(condition.evaluate("SomeTest", NEEDS).getReason().orElseThrow())
                .isEqualTo("SomeTest: needs the right to make network namespaces (root, Debian package iproute2),"
                        + " tshark and text2pcap (Debian package tshark)");
    }

    @Test
    void oneLineForEachTest() {
        PeersCondition condition = condition(false);
        condition.evaluate("SomeTest", NEEDS);
        condition.evaluate("OtherTest", NEEDS);
        assertThat(list()).content().matches("(?s)SomeTest: .*\nOtherTest: .*\n");
    }

    @Test
    void nothingOfAnEarlierRunIsKept() throws IOException {
        Files.createDirectories(list().getParent());
        Files.writeString(list(), "EarlierTest: needs something\n");
        condition(false);
        assertThat(list()).doesNotExist();
    }
}
