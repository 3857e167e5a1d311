package io.mailslot4j.cli;

import io.mailslot4j.protocol.name.NetBiosName;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The parts of messages as the JSON of all commands has them. */
final class WireJson {
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final int LAST_OF_FOUR_DIGITS = 9999;

    private WireJson() {}

    /** UTC with microseconds. */
    static String time(Instant time) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
        if (utc.getYear() < 0 || utc.getYear() > LAST_OF_FOUR_DIGITS) {
            return MICROSECONDS.format(time);
        }
        // Ten times as fast as the formatter: this is done for each frame of a capture.
        StringBuilder text = new StringBuilder(27);
        digits(text, utc.getYear(), 1000).append('-');
        digits(text, utc.getMonthValue(), 10).append('-');
        digits(text, utc.getDayOfMonth(), 10).append('T');
        digits(text, utc.getHour(), 10).append(':');
        digits(text, utc.getMinute(), 10).append(':');
        digits(text, utc.getSecond(), 10).append('.');
        return digits(text, utc.getNano() / 1000, 100_000).append('Z').toString();
    }

    /** @param first what the first digit counts */
    private static StringBuilder digits(StringBuilder text, int number, int first) {
        for (int unit = first; unit > 0; unit /= 10) {
            text.append((char) ('0' + number / unit % 10));
        }
        return text;
    }

    /** The scope only when there is one. */
    static Json name(NetBiosName name) {
        Json json = new Json()
                .put("name", name.text())
                .putPlain("suffix", name.suffix().toHex());
        return name.scope().isEmpty() ? json : json.put("scope", name.scope().toString());
    }

    /** Address and port. */
    static String endpoint(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
