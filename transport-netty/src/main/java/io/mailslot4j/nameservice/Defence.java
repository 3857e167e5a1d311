package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NamePackets;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.RecordData.Owner;
import io.mailslot4j.protocol.nameservice.ResponseCode;
import java.util.Optional;

/**
 * Says no to others who want a name of ours, whether they ask, demand or refresh (RFC 1002 section 5.1.1.5). Others may
 * join a group. We keep no table for others, so we have nothing to say about names that are not ours.
 */
final class Defence {
    private final OwnNameTable names;
    private final OwnAddresses addresses;

    Defence(OwnNameTable names, OwnAddresses addresses) {
        this.names = names;
        this.addresses = addresses;
    }

    /** What to say to a registration, overwrite or refresh. */
    ResponderAnswer against(NameServicePacket claim, Ipv4Address from) {
        Optional<Owner> owner = RegistrationClaim.of(claim.additional());
        if (claim.questions().isEmpty() || owner.isEmpty()) {
            return ResponderAnswer.silence(ResponderEvent.NOT_UNDERSTOOD);
        }
        if (addresses.include(from) || addresses.include(owner.get().address())) {
            return ResponderAnswer.silence(ResponderEvent.OWN_PACKET);
        }
        NetBiosName wanted = claim.questions().get(0).name().name();
        OwnName ours = names.held(wanted);
        if (ours == null) {
            return ResponderAnswer.silence(ResponderEvent.NOT_OUR_NAME);
        }
        if (ours.group() && owner.get().flags().group()) {
            return ResponderAnswer.silence(ResponderEvent.GROUP_SHARED);
        }
        int ttl = claim.additional().get(0).ttl();
        return ResponderAnswer.of(
                ResponderEvent.NAME_DEFENDED,
                NamePackets.nameRegistrationResponse(claim.id(), wanted, owner.get(), ttl, ResponseCode.ACTIVE));
    }

    /** What to think of a release: a name of ours is ours until we give it up, whoever says otherwise. */
    ResponderAnswer againstRelease(NameServicePacket release, Ipv4Address from) {
        boolean ours = release.subject().map(names::held).isPresent() && !addresses.include(from);
        return ResponderAnswer.silence(ours ? ResponderEvent.RELEASE_IGNORED : ResponderEvent.NOT_OUR_NAME);
    }
}
