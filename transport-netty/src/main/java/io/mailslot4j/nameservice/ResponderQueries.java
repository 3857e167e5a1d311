package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.name.NameScope;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.name.NetBiosNameEncoding;
import io.mailslot4j.protocol.nameservice.NamePackets;
import io.mailslot4j.protocol.nameservice.NameQuestion;
import io.mailslot4j.protocol.nameservice.NameServiceFlags;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NbFlags;
import io.mailslot4j.protocol.nameservice.NodeName;
import io.mailslot4j.protocol.nameservice.RecordData.Owner;
import io.mailslot4j.protocol.nameservice.RecordType;
import io.mailslot4j.protocol.nameservice.ResourceRecord;
import java.util.List;

/** Answers questions about our names (RFC 1001 section 15.3, RFC 1002 sections 5.1.1.5, 4.2.13 and 4.2.18). */
final class ResponderQueries {
    /** Seconds that others may remember where we are: three days, as nmbd says. */
    static final int TTL = 259_200;

    /** Packets on port 137 are no larger (RFC 1002 section 4.2.2). */
    private static final int MAX_PACKET = 576;

    /** Header, type, class, TTL, length and count around name, names and statistics. */
    private static final int STATUS_OVERHEAD = 12 + 10 + 1 + NamePackets.STATISTICS;

    private static final int NODE_NAME = NetBiosName.LENGTH + 2;
    /** As many as a WINS server keeps. */
    private static final int MAX_ADDRESSES = 25;
    /** nmbd has no flags on {@code *}. */
    private static final NbFlags FLAGS_OF_EVERYBODY = new NbFlags(0);

    private final OwnNameTable names;
    private final OwnAddresses addresses;
    private final ResponderOptions options;

    ResponderQueries(OwnNameTable names, OwnAddresses addresses, ResponderOptions options) {
        this.names = names;
        this.addresses = addresses;
        this.options = options;
    }

    /** Where is a name? Whoever asks everybody hears from its owner only. */
    ResponderAnswer query(NameServicePacket query, Ipv4Address from) {
        if (!asksFor(query, RecordType.NB)) {
            return ResponderAnswer.silence(ResponderEvent.NOT_UNDERSTOOD);
        }
        NetBiosName wanted = query.questions().get(0).name().name();
        boolean broadcast = query.flags().has(NameServiceFlags.BROADCAST);
        if (isEverybody(wanted)) {
            return positive(query, wanted, FLAGS_OF_EVERYBODY, from, 1);
        }
        OwnName ours = names.held(wanted);
        if (ours != null) {
            return positive(query, wanted, ours.flags(), from, broadcast ? 1 : MAX_ADDRESSES);
        }
        // Who desires recursion takes us for a name server, which we are not; about a name in doubt we say nothing.
        boolean mayDeny = !broadcast && !query.flags().has(NameServiceFlags.RECURSION_DESIRED);
        return mayDeny && names.find(wanted) == null
                ? ResponderAnswer.of(
                        ResponderEvent.QUERY_DENIED, NamePackets.negativeNameQueryResponse(query.id(), wanted))
                : ResponderAnswer.silence(ResponderEvent.NOT_OUR_NAME);
    }

    private ResponderAnswer positive(
            NameServicePacket query, NetBiosName wanted, NbFlags flags, Ipv4Address from, int most) {
        List<Owner> owners = addresses.nearestFirst(from).stream()
                .limit(most)
                .map(address -> new Owner(flags, address))
                .toList();
        return owners.isEmpty()
                ? ResponderAnswer.silence(ResponderEvent.NOT_OUR_NAME)
                : ResponderAnswer.of(
                        ResponderEvent.QUERY_ANSWERED,
                        NamePackets.positiveNameQueryResponse(query.id(), wanted, TTL, owners));
    }

    /** What names have you? Asked for {@code *}, or for one of them. nbtscan sets B although it asks us alone. */
    ResponderAnswer status(NameServicePacket query) {
        if (!asksFor(query, RecordType.NBSTAT)) {
            return ResponderAnswer.silence(ResponderEvent.NOT_UNDERSTOOD);
        }
        NetBiosName wanted = query.questions().get(0).name().name();
        if (!isEverybody(wanted) && names.held(wanted) == null) {
            return ResponderAnswer.silence(ResponderEvent.NOT_OUR_NAME);
        }
        List<NodeName> all = names.all().stream()
                .map(OwnNameRegistration::name)
                .filter(name -> name.held() || name.state() == OwnNameState.CONFLICT)
                .map(ResponderQueries::nodeName)
                .toList();
        int fit = (MAX_PACKET - STATUS_OVERHEAD - NetBiosNameEncoding.length(wanted)) / NODE_NAME;
        boolean truncated = all.size() > fit;
        return ResponderAnswer.of(
                ResponderEvent.STATUS_ANSWERED,
                NamePackets.nodeStatusResponse(
                        query.id(), wanted, truncated ? all.subList(0, fit) : all, truncated, options.unitId()));
    }

    /** G and ONT are where they are in NB_FLAGS. */
    private static NodeName nodeName(OwnName name) {
        int conflict = name.state() == OwnNameState.CONFLICT ? NodeName.CONFLICT : 0;
        return new NodeName(name.name(), name.flags().value() | NodeName.ACTIVE | conflict);
    }

    private static boolean asksFor(NameServicePacket query, RecordType type) {
        if (query.questions().isEmpty()) {
            return false;
        }
        NameQuestion question = query.questions().get(0);
        return question.type().equals(type) && question.recordClass() == ResourceRecord.INTERNET;
    }

    private boolean isEverybody(NetBiosName wanted) {
        return wanted.in(NameScope.EMPTY).equals(NetBiosName.BROADCAST)
                && wanted.scope().toString().equalsIgnoreCase(options.scope().toString());
    }
}
