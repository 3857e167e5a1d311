package io.mailslot4j.netty;

import io.mailslot4j.protocol.datagram.DatagramHeader;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.name.NetBiosName;

/**
 * A mailslot write with the datagram around it.
 *
 * @param header the datagram's first ten octets
 * @param source who sends
 * @param destination to whom
 * @param write the message to a slot
 */
public record MailslotDatagram(
        DatagramHeader header, NetBiosName source, NetBiosName destination, MailslotWrite write) {

    /**
     * Reads the write that a datagram carries.
     *
     * @throws io.mailslot4j.protocol.MalformedPacketException if its user data is anything else
     */
    public static MailslotDatagram of(NetBiosDatagram datagram) {
        return new MailslotDatagram(
                datagram.header(), datagram.source(), datagram.destination(), MailslotWrite.decode(datagram));
    }

    /** The datagram that carries the write. */
    public NetBiosDatagram toDatagram() {
        return NetBiosDatagram.of(header, source, destination, write.encode());
    }
}
