package io.mailslot4j.testkit;

import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NameServicePacketKind;

/** About a packet of the name service. */
public final class NamePacketAssert extends PacketAssert<NamePacketAssert, NameServicePacket> {
    NamePacketAssert(NameServicePacket actual) {
        super(actual, NamePacketAssert.class);
    }

    @Override
    Layers layers(NameServicePacket packet) {
        return Layers.NAME_PACKET.of(packet.encode());
    }

    /** It is about this name. */
    public NamePacketAssert isAbout(String name) {
        return actual.subject()
                .map(found -> same("name", Layers.name(name), found))
                .orElseGet(() -> same("name", Layers.name(name), "none"));
    }

    /** It is of this kind. */
    public NamePacketAssert isA(NameServicePacketKind kind) {
        return same("kind", kind, actual.kind());
    }
}
