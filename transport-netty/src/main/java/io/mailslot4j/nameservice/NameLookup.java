package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Duration;
import java.util.List;

/**
 * What came of looking for a name.
 *
 * @param name the name
 * @param owners who has it, with every answer kept; empty if nobody was found
 * @param steps what was tried, in order
 */
public record NameLookup(NetBiosName name, List<NameOwner> owners, List<Step> steps) {
    /** Copies the lists. */
    public NameLookup {
        owners = List.copyOf(owners);
        steps = List.copyOf(steps);
    }

    /**
     * One thing that was tried.
     *
     * @param method what, such as {@code broadcast} or {@code WINS 10.0.0.1}
     * @param outcome what came of it, in words
     * @param took how long it took
     */
    public record Step(String method, String outcome, Duration took) {
        /** Method and outcome. */
        @Override
        public String toString() {
            return method + ": " + outcome;
        }
    }

    /** Whether somebody has the name. */
    public boolean found() {
        return !owners.isEmpty();
    }

    /** Whether the name is a group's, so that a datagram to it is broadcast and never goes to one of its members. */
    public boolean isGroup() {
        return owners.stream().anyMatch(NameOwner::group);
    }
}
