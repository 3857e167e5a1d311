package io.mailslot4j.pcaps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The captures of this module, and those of the folder that the system property {@code mailslot4j.captures} names, if it
 * is set: published captures that are not ours to publish again.
 *
 * @param files what can be read and has a table
 * @param leftOut how many files were left out, by why
 */
record CaptureFolders(List<CaptureFile> files, Map<String, Integer> leftOut) {
    private static final Path OURS = Path.of("captures");
    private static final String MORE = "mailslot4j.captures";

    static CaptureFolders read() throws IOException {
        CaptureFolders all = new CaptureFolders(new ArrayList<>(), new TreeMap<>());
        Set<String> seen = new HashSet<>();
        all.addFrom(OURS, seen);
        String more = System.getProperty(MORE, "");
        if (!more.isEmpty()) {
            all.addFrom(Path.of(more), seen);
        }
        return all;
    }

    private void addFrom(Path folder, Set<String> seen) throws IOException {
        List<Path> captures;
        try (Stream<Path> entries = Files.list(folder)) {
            captures = entries.filter(path -> path.toString().matches(".*\\.pcap(ng)?"))
                    .sorted()
                    .toList();
        }
        for (Path path : captures) {
            if (!Files.exists(CaptureFile.tableOf(path))) {
                leaveOut("without a table");
            } else if (!seen.add(path.getFileName().toString())) {
                leaveOut("that are ours too");
            } else {
                files.add(new CaptureFile(path));
            }
        }
    }

    private void leaveOut(String why) {
        leftOut.merge(why, 1, Integer::sum);
    }
}
