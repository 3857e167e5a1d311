package io.mailslot4j.cli.doctor;

import io.mailslot4j.cli.network.NetworkOptions;
import java.util.List;

/** What can only be seen elsewhere, and everybody must know. */
final class Notes {
    private Notes() {}

    static List<Check> of(NetworkOptions options) {
        return List.of(
                Check.note(
                        "firewall",
                        "not looked at",
                        "it must let UDP port " + options.listenPort() + " in, or messages do not come"),
                Check.note(
                        "Windows peers",
                        "Windows 11 24H2 and Server 2025 have remote mailslots switched off",
                        "switch them on there, if you have such: docs/platforms.md#windows-peers"));
    }
}
