package io.mailslot4j.testkit;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.payload.PayloadKind;

/** About a mailslot write. */
public final class MailslotWriteAssert extends PacketAssert<MailslotWriteAssert, MailslotWrite> {
    MailslotWriteAssert(MailslotWrite actual) {
        super(actual, MailslotWriteAssert.class);
    }

    @Override
    Layers layers(MailslotWrite packet) {
        return Layers.WRITE.of(packet.encode());
    }

    /** It is for this mailslot, such as {@code BROWSE}, in any case. */
    public MailslotWriteAssert isForSlot(String path) {
        String expected = MailslotWrite.PREFIX + path;
        return actual.slot().equalsIgnoreCase(expected) ? this : same("slot", expected, actual.slot());
    }

    /** It carries exactly these octets. */
    public MailslotWriteAssert hasData(Octets expected) {
        return same("data", expected, actual.data());
    }

    /** Goes on with what it carries, as far as that is known by the name of its slot. */
    public PayloadAssert payload() {
        return new PayloadAssert(PayloadKind.decode(actual));
    }
}
