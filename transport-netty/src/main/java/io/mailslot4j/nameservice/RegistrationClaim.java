package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.nameservice.RecordData;
import io.mailslot4j.protocol.nameservice.RecordData.Owner;
import io.mailslot4j.protocol.nameservice.ResourceRecord;
import java.util.List;
import java.util.Optional;

/** What a packet says of who owns a name. */
final class RegistrationClaim {
    private RegistrationClaim() {}

    /** The owner in the first record. */
    static Optional<Owner> of(List<ResourceRecord> records) {
        return records.stream()
                .limit(1)
                .map(ResourceRecord::data)
                .filter(RecordData.Addresses.class::isInstance)
                .flatMap(data -> ((RecordData.Addresses) data).owners().stream())
                .findFirst();
    }
}
