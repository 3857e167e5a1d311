package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.nameservice.RecordData;
import io.mailslot4j.protocol.nameservice.ResourceRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What positive answers say of the owners of a name. */
final class Owners {
    private Owners() {}

    /** Every owner in every answer, with who says so; the shortest time that any of them is valid for. */
    static LookupMethod.Result of(QueryOutcome.Answered answered) {
        List<NameOwner> owners = new ArrayList<>();
        Duration validFor = LookupMethod.FOR_EVER;
        for (QueryOutcome.Answer answer : answered.answers()) {
            String source = answer.from().getAddress().getHostAddress() + ":"
                    + answer.from().getPort();
            for (ResourceRecord each : answer.packet().answers()) {
                validFor = shorter(validFor, each.ttl());
                if (each.data() instanceof RecordData.Addresses addresses) {
                    addresses.owners().stream()
                            .map(o -> new NameOwner(o.address(), o.flags().group(), source))
                            .filter(o -> !owners.contains(o))
                            .forEach(owners::add);
                }
            }
        }
        return owners.isEmpty()
                ? new LookupMethod.NotFound("an answer without addresses")
                : new LookupMethod.Found(owners, validFor);
    }

    /** A TTL of 0 is for ever. */
    private static Duration shorter(Duration validFor, int ttl) {
        Duration said = Duration.ofSeconds(Integer.toUnsignedLong(ttl));
        return said.isZero() || said.compareTo(validFor) > 0 ? validFor : said;
    }
}
