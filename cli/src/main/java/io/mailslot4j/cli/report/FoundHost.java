package io.mailslot4j.cli.report;

import io.mailslot4j.cli.payloads.BrowserView;
import io.mailslot4j.protocol.browser.OsVersion;
import io.mailslot4j.protocol.browser.ServerType;
import java.util.Set;
import java.util.TreeSet;

/** A host of a capture, by its NetBIOS name, and what it said about itself. */
final class FoundHost {
    private static final int MOST_ADDRESSES = 16;

    private final Set<String> addresses = new TreeSet<>();
    private String system = "";
    private String roles = "";
    private String comment = "";
    private long messages;

    void sent(String address) {
        messages++;
        if (addresses.size() < MOST_ADDRESSES) {
            addresses.add(address);
        }
    }

    void announces(OsVersion version, ServerType type, String announcedComment) {
        if (type.bits() != 0) {
            system = version.windows().map(w -> version + " (" + w + ")").orElse(version.toString());
            roles = String.join(", ", BrowserView.roles(type));
            comment = announcedComment;
        }
    }

    long messages() {
        return messages;
    }

    Html row(String name, Html page) {
        return page.row(name, String.join(", ", addresses), Long.toString(messages), system, roles, comment);
    }
}
