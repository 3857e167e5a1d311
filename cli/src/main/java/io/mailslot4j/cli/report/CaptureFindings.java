package io.mailslot4j.cli.report;

import io.mailslot4j.cli.captures.CaptureStats;
import io.mailslot4j.cli.captures.DecodedFrame;
import io.mailslot4j.cli.captures.FrameBody;
import io.mailslot4j.cli.output.Shown;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Payload;
import io.mailslot4j.protocol.browser.DomainAnnouncement;
import io.mailslot4j.protocol.browser.HostAnnouncement;
import io.mailslot4j.protocol.browser.LanmanAnnouncement;
import io.mailslot4j.protocol.mailslot.MailslotName;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.payload.PayloadKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a report tells of captures. Holds a bounded number of everything. */
final class CaptureFindings {
    private static final int MOST = 5_000;
    private static final int MOST_MALFORMED = 500;

    final CaptureStats stats = new CaptureStats();
    final Timeline timeline = new Timeline();
    final Map<String, FoundHost> hosts = new TreeMap<>();
    /** Domains and workgroups, and who says to be their master browser. */
    final Map<String, String> groups = new TreeMap<>();

    final Map<String, Long> slots = new TreeMap<>();
    final Map<String, Long> talkers = new TreeMap<>();
    /** File, frame and what is wrong. */
    final List<String[]> malformed = new ArrayList<>();

    /** Whether there was no frame at all. */
    boolean isEmpty() {
        return stats.frames() == 0;
    }

    void add(String file, DecodedFrame frame) {
        stats.add(frame);
        timeline.add(frame.time());
        FrameBody body = frame.body();
        body.trouble().ifPresent(trouble -> malformed(file, frame, String.valueOf(trouble.getMessage())));
        body.from().ifPresent(from -> {
            if (!from.text().isEmpty()) {
                host(from.text()).sent(frame.source().address().toString());
            }
            body.to().ifPresent(to -> count(talkers, shown(from) + " → " + shown(to)));
        });
        body.write().ifPresent(write -> {
            count(slots, Shown.slot(MailslotName.fold(write.slot())));
            look(file, frame, write);
        });
    }

    private static String shown(NetBiosName name) {
        return name.toString();
    }

    private void look(String file, DecodedFrame frame, MailslotWrite write) {
        try {
            announced(PayloadKind.decode(write));
        } catch (MalformedPacketException e) {
            malformed(file, frame, "payload: " + e.getMessage());
        }
    }

    private void announced(Payload payload) {
        if (payload instanceof HostAnnouncement host) {
            host(host.server().toString())
                    .announces(
                            host.system().version(),
                            host.system().type(),
                            host.comment().toString());
        } else if (payload instanceof LanmanAnnouncement lanman) {
            host(lanman.server().toString())
                    .announces(lanman.version(), lanman.type(), lanman.comment().toString());
        } else if (payload instanceof DomainAnnouncement domain && groups.size() < MOST) {
            groups.put(domain.group().toString(), domain.localMaster().toString());
        }
    }

    private FoundHost host(String name) {
        String key = hosts.size() < MOST || hosts.containsKey(name) ? name : "(others)";
        return hosts.computeIfAbsent(key, unknown -> new FoundHost());
    }

    private static void count(Map<String, Long> counts, String key) {
        counts.merge(counts.size() < MOST || counts.containsKey(key) ? key : "(others)", 1L, Long::sum);
    }

    private void malformed(String file, DecodedFrame frame, String trouble) {
        if (malformed.size() < MOST_MALFORMED) {
            malformed.add(new String[] {
                file, Long.toString(frame.number()), frame.source() + " → " + frame.destination(), trouble
            });
        }
    }
}
