package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.name.NetBiosName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of an lmhosts file while it is read, in the order of the file. */
final class LmHostsTable {
    private static final class Row {
        private final boolean group;
        private final Set<Ipv4Address> addresses = new LinkedHashSet<>();
        private boolean open = true;

        Row(boolean group) {
            this.group = group;
        }
    }

    private final Map<NetBiosName, Row> rows = new LinkedHashMap<>();

    /**
     * Takes an address of a name. The first one counts, and others as long as there was {@code multihomed} before (MS-NBTE
     * section 3.1.8). All count where the suffix says that it is a group.
     */
    void add(NetBiosName name, Ipv4Address address, boolean multihomed) {
        boolean group = name.isOfGroup();
        add(name, address, group, group || multihomed);
    }

    /** Takes an address of a member of a group. */
    void addMember(NetBiosName group, Ipv4Address address) {
        add(group, address, true, true);
    }

    private void add(NetBiosName name, Ipv4Address address, boolean group, boolean moreToCome) {
        Row row = rows.computeIfAbsent(name, first -> new Row(group));
        // A name is either a computer's or a group's; an answer with both would be wrong for both.
        if (row.open && row.group == group) {
            row.addresses.add(address);
            row.open = moreToCome;
        }
    }

    Map<NetBiosName, LmHosts.Entry> entries() {
        Map<NetBiosName, LmHosts.Entry> entries = new LinkedHashMap<>();
        rows.forEach((name, row) -> entries.put(name, new LmHosts.Entry(name, row.group, List.copyOf(row.addresses))));
        return Collections.unmodifiableMap(entries);
    }
}
