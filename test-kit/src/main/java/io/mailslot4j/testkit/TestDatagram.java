package io.mailslot4j.testkit;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.Payload;
import io.mailslot4j.protocol.datagram.DatagramFlags;
import io.mailslot4j.protocol.datagram.DatagramHeader;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.nio.charset.StandardCharsets;

/**
 * A mailslot message as a test wants it, in the datagram of a host by the book. Immutable: each step gives another one.
 *
 * <pre>{@code
 * NetBiosDatagram datagram = TestDatagram.from("PC").to("SERVER").slot("LOG").carrying("hello").build();
 * }</pre>
 *
 * @param type {@link DatagramType#DIRECT_UNIQUE} unless told otherwise
 * @param id DGM_ID, 1 unless told otherwise
 * @param address what the datagram says of its sender's address
 * @param source its sender
 * @param destination whom it is for
 * @param slotName such as {@code \MAILSLOT\LOG}
 * @param data what the mailslot gets
 */
public record TestDatagram(
        DatagramType type,
        int id,
        Ipv4Address address,
        NetBiosName source,
        NetBiosName destination,
        String slotName,
        Octets data) {
    private static final int PORT = 138;

    /** From a name such as {@code PC}, or {@code PC<20>}, to {@code *}, for the mailslot {@code TEST}, with no octets. */
    public static TestDatagram from(String name) {
        return new TestDatagram(
                DatagramType.DIRECT_UNIQUE,
                1,
                Ipv4Address.parse("192.0.2.1"),
                name(name),
                name("*"),
                MailslotWrite.PREFIX + "TEST",
                Octets.EMPTY);
    }

    private static NetBiosName name(String text) {
        return NetBiosName.parse(text, NameSuffix.WORKSTATION);
    }

    /** To one host. */
    public TestDatagram to(String name) {
        return new TestDatagram(DatagramType.DIRECT_UNIQUE, id, address, source, name(name), slotName, data);
    }

    /** To a domain or workgroup. */
    public TestDatagram toGroup(String name) {
        return new TestDatagram(DatagramType.DIRECT_GROUP, id, address, source, name(name), slotName, data);
    }

    /** For a mailslot, such as {@code LOG} or {@code NET\NETLOGON}. */
    public TestDatagram slot(String path) {
        return new TestDatagram(type, id, address, source, destination, MailslotWrite.PREFIX + path, data);
    }

    /** With another id, 0 to 65535. */
    public TestDatagram id(int newId) {
        return new TestDatagram(type, newId, address, source, destination, slotName, data);
    }

    /** That says that its sender is elsewhere. */
    public TestDatagram at(String newAddress) {
        return new TestDatagram(type, id, Ipv4Address.parse(newAddress), source, destination, slotName, data);
    }

    /** With this in it. */
    public TestDatagram carrying(Octets octets) {
        return new TestDatagram(type, id, address, source, destination, slotName, octets);
    }

    /** With this in it, such as a {@code HostAnnouncement}. */
    public TestDatagram carrying(Payload payload) {
        return carrying(payload.encode());
    }

    /** With this in it, as UTF-8. */
    public TestDatagram carrying(String text) {
        return carrying(Octets.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The mailslot write. */
    public MailslotWrite write() {
        return MailslotWrite.of(slotName, data);
    }

    /** The datagram. */
    public NetBiosDatagram build() {
        DatagramHeader header = new DatagramHeader(type, DatagramFlags.whole(NodeType.B), id, address, PORT);
        return NetBiosDatagram.of(header, source, destination, write().encode());
    }

    /** The datagram as it is in a UDP packet. */
    public Octets encode() {
        return build().encode();
    }
}
