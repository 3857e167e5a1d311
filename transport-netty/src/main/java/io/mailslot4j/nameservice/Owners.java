package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.nameservice.RecordData;
import io.mailslot4j.protocol.nameservice.ResourceRecord;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What positive answers say of the owners of a name. */
final class Owners {
    /** A WINS server keeps 25 for a name; more than this would be somebody's flood. */
    static final int MOST = 256;

    private Owners() {}

    /** Every owner in every answer, with who says so; the shortest time that any of them is valid for. */
    static LookupMethod.Result of(QueryOutcome.Answered answered) {
        Set<NameOwner> owners = new LinkedHashSet<>();
        Duration validFor = LookupMethod.FOR_EVER;
        for (QueryOutcome.Answer answer : answered.answers()) {
            String source = answer.from().getAddress().getHostAddress() + ":"
                    + answer.from().getPort();
            for (ResourceRecord each : answer.packet().answers()) {
                validFor = shorter(validFor, each.ttl());
                if (each.data() instanceof RecordData.Addresses addresses) {
                    addresses.owners().stream()
                            .map(o -> new NameOwner(o.address(), o.flags().group(), source))
                            .takeWhile(o -> owners.size() < MOST)
                            .forEach(owners::add);
                }
            }
        }
        return owners.isEmpty()
                ? new LookupMethod.NotFound("an answer without addresses")
                : new LookupMethod.Found(List.copyOf(owners), validFor);
    }

    /** A TTL of 0 is for ever. */
    private static Duration shorter(Duration validFor, int ttl) {
        Duration said = Duration.ofSeconds(Integer.toUnsignedLong(ttl));
        return said.isZero() || said.compareTo(validFor) > 0 ? validFor : said;
    }
}
