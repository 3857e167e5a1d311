package io.mailslot4j.cli;

import io.mailslot4j.pcaps.UdpEndpoint;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A frame on the datagram port, as far as it could be read.
 *
 * @param number of the frame in its file
 * @param packet the packet, unless that could not be read
 * @param datagram the datagram that is complete with this packet, put together if need be
 * @param write the mailslot write in that
 * @param trouble why the next of these is missing
 * @param notes what is odd although it could be read
 */
record DecodedFrame(
        long number,
        Instant time,
        UdpEndpoint source,
        UdpEndpoint destination,
        Optional<DatagramMessage> packet,
        Optional<NetBiosDatagram> datagram,
        Optional<MailslotWrite> write,
        Optional<MalformedPacketException> trouble,
        List<String> notes) {}
