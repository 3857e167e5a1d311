package io.mailslot4j.cli.captures;

import io.mailslot4j.cli.output.Json;
import io.mailslot4j.cli.output.Shown;
import io.mailslot4j.cli.output.WireJson;
import io.mailslot4j.cli.payloads.PayloadView;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.MailslotName;
import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sums a capture up: kinds of frames, who talks to whom on which slot, and what is wrong. Holds a bounded number of rows. */
public final class CaptureStats {
    private static final int MAX_ROWS = 10_000;
    private static final int MAX_RECENT = 4_096;
    /** As long as the same message from the same sender is a copy, and not said again. */
    private static final Duration COPY = Duration.ofSeconds(2);

    private final Map<String, Long> kinds = new TreeMap<>();
    private final Map<Row, Sizes> rows = new LinkedHashMap<>();
    private final Map<Sent, Instant> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Sent, Instant> eldest) {
            return size() > MAX_RECENT;
        }
    };

    private long frames;
    private long malformed;
    private long copies;
    private long inOtherRows;
    private @Nullable Instant first;
    private @Nullable Instant last;

    private record Row(String from, String to, String slot) {}

    private record Sent(Optional<NetBiosName> from, Optional<NetBiosName> to, String slot, Octets data) {}

    private static final class Sizes {
        private long count;
        private long sum;
        private int least = Integer.MAX_VALUE;
        private int most;

        private void add(int size) {
            count++;
            sum += size;
            least = Math.min(least, size);
            most = Math.max(most, size);
        }
    }

    /** How many there were. */
    public long frames() {
        return frames;
    }

    public void add(DecodedFrame frame) {
        frames++;
        first = first == null || frame.time().isBefore(first) ? frame.time() : first;
        last = last == null || frame.time().isAfter(last) ? frame.time() : last;
        FrameBody body = frame.body();
        malformed += body.trouble().isPresent() ? 1 : 0;
        kinds.merge(body.write().flatMap(PayloadView::type).or(body::kind).orElse("unreadable"), 1L, Long::sum);
        body.write().ifPresent(write -> {
            Sent sent = new Sent(body.from(), body.to(), MailslotName.fold(write.slot()), write.data());
            Instant before = recent.put(sent, frame.time());
            copies += before != null && frame.time().isBefore(before.plus(COPY)) ? 1 : 0;
            Row row = new Row(text(body.from()), text(body.to()), write.slot());
            if (rows.size() < MAX_ROWS || rows.containsKey(row)) {
                rows.computeIfAbsent(row, unknown -> new Sizes())
                        .add(write.data().size());
            } else {
                inOtherRows++;
            }
        });
    }

    private static String text(Optional<NetBiosName> name) {
        return name.map(NetBiosName::toString).orElse("?");
    }

    private List<Map.Entry<Row, Sizes>> busiestFirst() {
        return rows.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Row, Sizes> row) -> -row.getValue().count))
                .toList();
    }

    /** Lines for people, safe to show. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(frames).append(" frames");
        if (first != null && last != null) {
            text.append(", ").append(WireJson.time(first)).append(" to ").append(WireJson.time(last));
        }
        text.append("; ")
                .append(malformed)
                .append(" malformed, ")
                .append(copies)
                .append(" copies within 2 s\n");
        kinds.forEach((kind, count) -> text.append(String.format(Locale.ROOT, "%8d  %s%n", count, kind)));
        if (!rows.isEmpty()) {
            text.append("messages  octets (least/mean/most)  from → to  slot\n");
        }
        for (Map.Entry<Row, Sizes> entry : busiestFirst()) {
            Sizes sizes = entry.getValue();
            Row row = entry.getKey();
            text.append(String.format(
                    Locale.ROOT,
                    "%8d  %d/%d/%d  %s → %s  %s%n",
                    sizes.count,
                    sizes.least,
                    sizes.sum / sizes.count,
                    sizes.most,
                    row.from(),
                    row.to(),
                    Shown.slot(row.slot())));
        }
        if (inOtherRows > 0) {
            text.append(inOtherRows).append(" more messages between others\n");
        }
        return text.toString();
    }

    /**
     * One object for programs.
     *
     * @param file which capture it is, or empty if there is only one
     */
    public Json json(String file) {
        Json json = file.isEmpty() ? new Json() : new Json().put("file", file);
        json.put("frames", frames).put("malformed", malformed).put("copies", copies);
        if (first != null && last != null) {
            json.put("first", WireJson.time(first)).put("last", WireJson.time(last));
        }
        Json counts = new Json();
        kinds.forEach(counts::put);
        List<Json> conversations = busiestFirst().stream()
                .map(entry -> new Json()
                        .put("from", entry.getKey().from())
                        .put("to", entry.getKey().to())
                        .put("slot", entry.getKey().slot())
                        .put("messages", entry.getValue().count)
                        .put("least", entry.getValue().least)
                        .put("most", entry.getValue().most)
                        .put("octets", entry.getValue().sum))
                .toList();
        return json.put("kinds", counts).putObjects("conversations", conversations);
    }
}
