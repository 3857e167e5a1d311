package io.mailslot4j.cli.names;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NameField;
import io.mailslot4j.protocol.nameservice.NameServiceFlags;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NbFlags;
import io.mailslot4j.protocol.nameservice.NodeName;
import io.mailslot4j.protocol.nameservice.RecordData;
import io.mailslot4j.protocol.nameservice.RecordType;
import io.mailslot4j.protocol.nameservice.ResourceRecord;
import java.util.Arrays;
import java.util.List;

/** Packets of the name service that answer others. */
public final class NamePackets {
    private static final int POSITIVE = 0x8580;
    private static final int NEGATIVE = 0x8583;
    private static final int NODE_STATUS = 0x8400;

    private NamePackets() {}

    /** The addresses of a name. */
    public static NameServicePacket positive(NameServicePacket query, boolean group, String... addresses) {
        NbFlags flags = NbFlags.of(group, NodeType.H);
        List<RecordData.Owner> owners = Arrays.stream(addresses)
                .map(a -> new RecordData.Owner(flags, Ipv4Address.parse(a)))
                .toList();
        return answer(query, POSITIVE, RecordType.NB, 300_000, new RecordData.Addresses(owners));
    }

    /** There is no such name. */
    public static NameServicePacket negative(NameServicePacket query) {
        return answer(query, NEGATIVE, RecordType.NULL, 0, new RecordData.Opaque(Octets.EMPTY));
    }

    /** The names of a host, whose hardware address is 52:54:00:12:34:56. */
    public static NameServicePacket status(NameServicePacket query, NodeName... names) {
        Octets statistics = Octets.ofHex("525400123456" + "00".repeat(40));
        return answer(query, NODE_STATUS, RecordType.NBSTAT, 0, new RecordData.NodeStatus(List.of(names), statistics));
    }

    private static NameServicePacket answer(
            NameServicePacket query, int flags, RecordType type, int ttl, RecordData data) {
        NetBiosName name = query.subject().orElseThrow();
        ResourceRecord told = new ResourceRecord(NameField.of(name), type, ResourceRecord.INTERNET, ttl, data);
        return NameServicePacket.of(query.id(), new NameServiceFlags(flags), List.of(), List.of(told), List.of());
    }
}
