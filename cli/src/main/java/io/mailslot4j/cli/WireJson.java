package io.mailslot4j.cli;

import io.mailslot4j.protocol.name.NetBiosName;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The parts of messages as the JSON of all commands has them. */
final class WireJson {
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private WireJson() {}

    /** UTC with microseconds. */
    static String time(Instant time) {
        return MICROSECONDS.format(time);
    }

    /** The scope only when there is one. */
    static Json name(NetBiosName name) {
        Json json =
                new Json().put("name", name.text()).put("suffix", name.suffix().toHex());
        return name.scope().isEmpty() ? json : json.put("scope", name.scope().toString());
    }

    /** Address and port. */
    static String endpoint(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
