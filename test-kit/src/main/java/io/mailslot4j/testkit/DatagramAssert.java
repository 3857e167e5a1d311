package io.mailslot4j.testkit;

import io.mailslot4j.protocol.Payload;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;

/** About a packet of the datagram service. */
public final class DatagramAssert extends PacketAssert<DatagramAssert, DatagramMessage> {
    DatagramAssert(DatagramMessage actual) {
        super(actual, DatagramAssert.class);
    }

    @Override
    Layers layers(DatagramMessage packet) {
        return Layers.DATAGRAM.of(packet.encode());
    }

    private NetBiosDatagram datagram() {
        isInstanceOf(NetBiosDatagram.class);
        return (NetBiosDatagram) actual;
    }

    /** Its sender has this name, such as {@code PC}, or {@code PC<20>}. */
    public DatagramAssert isFrom(String name) {
        return same("source", Layers.name(name), datagram().source());
    }

    /** It is for whoever has this name. */
    public DatagramAssert isTo(String name) {
        return same("destination", Layers.name(name), datagram().destination());
    }

    /** It is for this mailslot, such as {@code BROWSE}, in any case. */
    public DatagramAssert isForSlot(String path) {
        write().isForSlot(path);
        return this;
    }

    /** It has this in it. */
    public DatagramAssert carries(Payload payload) {
        write().payload().isSamePacketAs(payload);
        return this;
    }

    /** Goes on with the mailslot write in it. */
    public MailslotWriteAssert write() {
        return new MailslotWriteAssert(MailslotWrite.decode(datagram().userData()));
    }
}
