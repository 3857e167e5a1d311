package io.mailslot4j.protocol.nameservice;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import java.util.ArrayList;
import java.util.List;

/** RDATA of a resource record, by what its type makes of it (RFC 1002 sections 4.2.1.3 and 4.2.18). */
public sealed interface RecordData permits RecordData.Addresses, RecordData.NodeStatus, RecordData.Opaque {

    /**
     * An owner of a name.
     *
     * @param flags NB_FLAGS
     * @param address NB_ADDRESS
     */
    record Owner(NbFlags flags, Ipv4Address address) {
        private static final int SIZE = 6;
    }

    /** The owners of a name, in an NB record. */
    record Addresses(List<Owner> owners) implements RecordData {
        /** Copies the list. */
        public Addresses {
            owners = List.copyOf(owners);
        }
    }

    /**
     * The names of a node and its statistics, in an NBSTAT record.
     *
     * @param names its names
     * @param statistics 46 octets by the RFC, the first six the hardware address; some systems send fewer
     */
    record NodeStatus(List<NodeName> names, Octets statistics) implements RecordData {
        private static final int NAME_SIZE = 18;

        /** Checks the count. */
        public NodeStatus {
            names = List.copyOf(names);
            if (names.size() > 255) {
                throw new IllegalArgumentException("a node status has " + names.size() + " names, but at most 255 fit");
            }
        }
    }

    /** Anything else: what RFC 1002 gives a record without a form of its own, such as the flags in a WACK. */
    record Opaque(Octets octets) implements RecordData {}

    /** Reads RDATA that is {@code data}, which starts at {@code origin} in the packet. */
    static RecordData read(RecordType type, Octets data, int origin) {
        PacketReader in = new PacketReader(data, origin);
        if (type.equals(RecordType.NB) && data.size() % Owner.SIZE == 0) {
            List<Owner> owners = new ArrayList<>();
            while (in.remaining() > 0) {
                owners.add(new Owner(new NbFlags(in.u16("NB flags")), in.ipv4("NB address")));
            }
            return new Addresses(owners);
        }
        return type.equals(RecordType.NBSTAT) && !data.isEmpty() ? readNodeStatus(in) : new Opaque(data);
    }

    private static NodeStatus readNodeStatus(PacketReader in) {
        int count = in.u8("number of names");
        if (count * NodeStatus.NAME_SIZE > in.remaining()) {
            throw in.malformed("number of names", 1, count + " names do not fit into " + in.remaining() + " octets");
        }
        List<NodeName> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            NetBiosName name = NetBiosName.ofOctets(in.octets(NetBiosName.LENGTH, "node name"));
            names.add(new NodeName(name, in.u16("name flags")));
        }
        return new NodeStatus(names, in.rest());
    }

    /** RDATA as it goes on the wire. */
    default Octets encode() {
        PacketWriter out = new PacketWriter(64);
        if (this instanceof Addresses addresses) {
            addresses.owners().forEach(o -> out.u16(o.flags().value()).ipv4(o.address()));
        } else if (this instanceof NodeStatus status) {
            out.u8(status.names().size());
            status.names().forEach(n -> out.octets(n.name().octets()).u16(n.flags()));
            out.octets(status.statistics());
        } else if (this instanceof Opaque opaque) {
            out.octets(opaque.octets());
        }
        return out.done();
    }
}
