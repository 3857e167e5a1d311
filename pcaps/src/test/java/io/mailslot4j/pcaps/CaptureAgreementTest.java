package io.mailslot4j.pcaps;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * tshark and we see the same in every captured frame: when it came and how long it is, which UDP packet is in it, and what
 * each field of that is if it belongs to the datagram service or the name service. All but the differences that
 * {@code differences.tsv} lists with their reasons: one that is not listed fails the test, and so does a listed one that is
 * gone.
 */
class CaptureAgreementTest {

    @Test
    void tsharkAndWeSeeTheSameInEveryFrame() throws IOException {
        CaptureFolders captures = CaptureFolders.read();
        Comparison comparison = new Comparison();
        for (CaptureFile file : captures.files()) {
            TsharkTable table = file.table();
            List<CapturedFrame> frames = file.frames();
            assertThat(frames)
                    .as("frames of " + file.name())
                    .hasSameSizeAs(table.rows().keySet());
            for (CapturedFrame frame : frames) {
                comparison.add(file.name(), frame, table.row(frame));
            }
        }
        Set<String> files = captures.files().stream().map(CaptureFile::name).collect(toSet());
        Map<String, String> known = KnownDifferences.in(files);
        Set<String> found =
                comparison.differences().stream().map(Difference::line).collect(toSet());
        Set<String> unexplained = without(found, known.keySet());
        Set<String> gone = without(known.keySet(), found);
        System.out.println("capture agreement: " + files.size() + " files, " + comparison.counts() + ", "
                + (unexplained.isEmpty() ? "all" : "not all") + " explained; left out: " + comparison.leftOut()
                + leftOut(captures));
        assertThat(unexplained).as("differences without a reason").isEmpty();
        assertThat(gone).as("listed differences that are gone").isEmpty();
    }

    private static Set<String> without(Set<String> lines, Set<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).collect(toCollection(TreeSet::new));
    }

    private static String leftOut(CaptureFolders captures) {
        return captures.leftOut().entrySet().stream()
                .map(entry -> ", " + entry.getValue() + " files " + entry.getKey())
                .collect(joining());
    }
}
