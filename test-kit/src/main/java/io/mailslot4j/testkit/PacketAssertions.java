package io.mailslot4j.testkit;

import io.mailslot4j.protocol.Payload;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.nameservice.NameServicePacket;

/**
 * Assertions about packets. What fails shows the fields that differ, where they stand and their octets.
 *
 * <pre>{@code
 * import static io.mailslot4j.testkit.PacketAssertions.assertThat;
 *
 * assertThat(datagram).isFrom("PC").isTo("SALES<1D>").isForSlot("BROWSE").isOnWire(octets);
 * }</pre>
 */
public final class PacketAssertions {
    private PacketAssertions() {}

    /** About a packet of the datagram service. */
    public static DatagramAssert assertThat(DatagramMessage actual) {
        return new DatagramAssert(actual);
    }

    /** About a mailslot write. */
    public static MailslotWriteAssert assertThat(MailslotWrite actual) {
        return new MailslotWriteAssert(actual);
    }

    /** About a packet of the name service. */
    public static NamePacketAssert assertThat(NameServicePacket actual) {
        return new NamePacketAssert(actual);
    }

    /** About what a mailslot write carries. */
    public static PayloadAssert assertThat(Payload actual) {
        return new PayloadAssert(actual);
    }
}
