package io.mailslot4j.cli.output;

import io.mailslot4j.protocol.name.NetBiosName;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The parts of messages as the JSON of all commands has them. */
public final class WireJson {
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final int LAST_OF_FOUR_DIGITS = 9999;

    private WireJson() {}

    /** UTC with microseconds. */
    public static String time(Instant time) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
        if (utc.getYear() < 0 || utc.getYear() > LAST_OF_FOUR_DIGITS) {
            return MICROSECONDS.format(time);
        }
        // Ten times as fast as the formatter: this is done for each frame of a capture.
        byte[] text = "0000-00-00T00:00:00.000000Z".getBytes(StandardCharsets.ISO_8859_1);
        putTwo(text, 0, utc.getYear() / 100);
        putTwo(text, 2, utc.getYear() % 100);
        putTwo(text, 5, utc.getMonthValue());
        putTwo(text, 8, utc.getDayOfMonth());
        putTwo(text, 11, utc.getHour());
        putTwo(text, 14, utc.getMinute());
        putTwo(text, 17, utc.getSecond());
        int micros = utc.getNano() / 1000;
        putTwo(text, 20, micros / 10_000);
        putTwo(text, 22, micros / 100 % 100);
        putTwo(text, 24, micros % 100);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void putTwo(byte[] digits, int at, int number) {
        digits[at] = (byte) ('0' + number / 10);
        digits[at + 1] = (byte) ('0' + number % 10);
    }

    /** The scope only when there is one. */
    public static Json name(NetBiosName name) {
        Json json = new Json()
                .put("name", name.text())
                .putPlain("suffix", name.suffix().toHex());
        return name.scope().isEmpty() ? json : json.put("scope", name.scope().toString());
    }

    /** Address and port. */
    public static String endpoint(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
