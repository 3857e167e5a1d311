package io.mailslot4j.protocol.nameservice;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;
import java.util.List;

/** RDATA of a resource record, by what its type makes of it (RFC 1002 sections 4.2.1.3 and 4.2.18). */
public sealed interface RecordData permits RecordData.Addresses, RecordData.NodeStatus, RecordData.Opaque {

    /** RDATA as it goes on the wire. */
    Octets encode();

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
        /** Checks the count, and copies the list. */
        public Addresses {
            owners = List.copyOf(owners);
            Unsigned.check16(owners.size() * Owner.SIZE, "RDLENGTH");
        }

        @Override
        public Octets encode() {
            PacketWriter out = new PacketWriter(owners.size() * Owner.SIZE);
            for (Owner each : owners) {
                out.u16(each.flags().value()).ipv4(each.address());
            }
            return out.done();
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
            Unsigned.check16(1 + names.size() * NAME_SIZE + statistics.size(), "RDLENGTH");
        }

        @Override
        public Octets encode() {
            PacketWriter out = new PacketWriter(1 + names.size() * NAME_SIZE + statistics.size());
            out.u8(names.size());
            for (NodeName each : names) {
                out.octets(each.name().octets()).u16(each.flags());
            }
            return out.octets(statistics).done();
        }
    }

    /** Anything else: what RFC 1002 gives a record without a form of its own, such as the flags in a WACK. */
    record Opaque(Octets octets) implements RecordData {
        /** Checks the length. */
        public Opaque {
            Unsigned.check16(octets.size(), "RDLENGTH");
        }

        @Override
        public Octets encode() {
            return octets;
        }
    }

    /** Reads RDATA that is {@code data}, which starts at {@code origin} in the packet. */
    static RecordData read(RecordType type, Octets data, int origin) {
        if (type.equals(RecordType.NB) && data.size() % Owner.SIZE == 0) {
            return new Addresses(owners(data));
        }
        return type.equals(RecordType.NBSTAT) && !data.isEmpty()
                ? readNodeStatus(new PacketReader(data, origin))
                : new Opaque(data);
    }

    private static List<Owner> owners(Octets data) {
        if (data.size() == Owner.SIZE) {
            return List.of(owner(data, 0));
        }
        Owner[] owners = new Owner[data.size() / Owner.SIZE];
        for (int i = 0; i < owners.length; i++) {
            owners[i] = owner(data, i * Owner.SIZE);
        }
        return List.of(owners);
    }

    private static Owner owner(Octets data, int at) {
        NbFlags flags = new NbFlags(Short.toUnsignedInt(data.getShort(at)));
        return new Owner(flags, new Ipv4Address(data.getInt(at + Short.BYTES)));
    }

    private static NodeStatus readNodeStatus(PacketReader in) {
        int count = in.u8("number of names");
        if (count * NodeStatus.NAME_SIZE > in.remaining()) {
            throw in.malformed("number of names", 1, count + " names do not fit into " + in.remaining() + " octets");
        }
        NodeName[] names = new NodeName[count];
        for (int i = 0; i < count; i++) {
            NetBiosName name = NetBiosName.ofOctets(in.octets(NetBiosName.LENGTH, "node name"));
            names[i] = new NodeName(name, in.u16("name flags"));
        }
        return new NodeStatus(List.of(names), in.rest());
    }
}
