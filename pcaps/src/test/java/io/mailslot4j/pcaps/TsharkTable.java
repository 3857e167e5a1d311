package io.mailslot4j.pcaps;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tshark sees in a capture: one row a frame, one column a field, empty where it sees no such field. */
record TsharkTable(Map<Long, Row> rows) {

    /** One frame. */
    record Row(Map<String, String> columns) {
        /** The text of a column, one character an octet. */
        String get(String column) {
            String value = columns.get(column);
            if (value == null) {
                throw new AssertionError("the table has no column " + column);
            }
            return value;
        }

        boolean isEmpty(String column) {
            return get(column).isEmpty();
        }

        /** Whether this is a UDP packet, and not one inside another IP packet. */
        boolean isUdp() {
            return !isEmpty("udp.srcport") && !isTunnelled();
        }

        /** Whether tshark says that the named protocol is malformed. */
        boolean isMalformed(String protocol) {
            return get("_ws.malformed").matches(".*Malformed Packet: " + protocol + "\\b.*");
        }

        /** Whether there is an IP packet inside another; then columns have two values. */
        boolean isTunnelled() {
            return get("frame.protocols").matches(".*:ip:.*:ip:.*");
        }
    }

    static TsharkTable read(Path path) throws IOException {
        // Damaged text is in the tables octet for octet; this charset keeps all of them.
        List<String> lines = Files.readAllLines(path, StandardCharsets.ISO_8859_1);
        List<String> names = List.of(lines.get(0).split("\t", -1));
        Map<Long, Row> rows = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split("\t", -1);
            Map<String, String> columns = new HashMap<>();
            for (int c = 0; c < names.size(); c++) {
                columns.put(names.get(c), values[c]);
            }
            rows.put(Long.valueOf(values[0]), new Row(columns));
        }
        return new TsharkTable(rows);
    }

    Row row(CapturedFrame frame) {
        Row row = rows.get(frame.number());
        if (row == null) {
            throw new AssertionError("the table has no row for frame " + frame.number());
        }
        return row;
    }
}
