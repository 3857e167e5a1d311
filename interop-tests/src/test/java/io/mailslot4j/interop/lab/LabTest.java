package io.mailslot4j.interop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A lab leaves nothing behind, and tidies up after others. */
@NeedsPeers(Peer.LAB)
class LabTest {
    private static List<String> namespaces() {
        return Command.output("ip", "netns", "list")
                .lines()
                .map(line -> line.split(" ", -1)[0])
                .toList();
    }

    @Test
    void closingEndsItsProgramsAndRemovesItsNamespaces() {
        String host;
        RunningProcess program;
        try (Lab lab = Lab.open()) {
            LabHost made = lab.host("made", "10.77.0.10");
            host = made.namespace();
            program = made.start(List.of("cat"));
            assertThat(namespaces()).contains(host);
            assertThat(program.isAlive()).isTrue();
        }
        assertThat(namespaces()).doesNotContain(host);
        assertThat(program.isAlive()).isFalse();
    }

    @Test
    void whatADeadRunHasLeftIsRemovedAndWhatALivingOneHasIsNot() throws IOException, InterruptedException {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        String left = Namespaces.PREFIX + dead.pid() + "-1-left";
        Command.output("ip", "netns", "add", left);
        RunningProcess orphan = RunningProcess.start(List.of("ip", "netns", "exec", left, "sh", "-c", "echo up; cat"));
        orphan.awaitLine("up");
        try (orphan;
                Lab living = Lab.open()) {
            assertThat(namespaces()).doesNotContain(left);
            Waiting.until(() -> !orphan.isAlive(), () -> "the end of the orphan");
            String host = living.host("host", "10.77.0.10").namespace();
            try (Lab another = Lab.open()) {
                assertThat(another.host("host", "10.77.0.10").namespace()).isNotEqualTo(host);
                assertThat(namespaces()).contains(host);
            }
            assertThat(namespaces()).contains(host);
        }
    }

    /** Two runs that begin at once see the same leftovers. */
    @Test
    void whatADeadRunHasLeftMayBeGoneMeanwhile() {
        String left = Namespaces.PREFIX + ProcessHandle.current().pid() + "-twice";
        Namespaces.add(left);
        Namespaces.removeThatOfDeadRun(left);
        Namespaces.removeThatOfDeadRun(left);
        assertThat(namespaces()).doesNotContain(left);
        assertThat(Namespaces.folder(left)).doesNotExist();
    }
}
