package io.mailslot4j.pcaps;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The list of differences that we know and can explain: headings that give the reason, and under each what falls there. */
final class KnownDifferences {
    private static final String LIST = "differences.tsv";
    private static final String COMMENT = "#";
    private static final String HEADING = "## ";

    private KnownDifferences() {}

    /** The listed differences of {@code files}, each line with its reason. */
    static Map<String, String> in(Set<String> files) throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        String reason = "";
        for (String line : text().lines().toList()) {
            if (line.startsWith(HEADING)) {
                reason = line.substring(HEADING.length());
            } else if (!line.isBlank() && !line.startsWith(COMMENT) && files.contains(line.split("\t", -1)[0])) {
                reasons.put(line, reason);
            }
        }
        return reasons;
    }

    private static String text() throws IOException {
        try (InputStream list = KnownDifferences.class.getResourceAsStream(LIST)) {
            return new String(Objects.requireNonNull(list, LIST).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
