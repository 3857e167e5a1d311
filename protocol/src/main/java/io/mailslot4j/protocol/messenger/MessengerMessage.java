package io.mailslot4j.protocol.messenger;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.Payload;
import io.mailslot4j.protocol.text.OemText;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;

/**
 * A message of the messenger service, on {@code \MAILSLOT\MESSNGR}: text that is shown to the user of a computer (MS-MSRP
 * section 2.1.2).
 *
 * @param from who sends it
 * @param to for whom it is
 * @param text what it says; line ends are octets of 0x14
 * @param trailing octets behind the message, kept but without meaning
 */
public record MessengerMessage(OemText from, OemText to, OemText text, Octets trailing) implements Payload {

    /**
     * A message of ASCII.
     *
     * @throws IllegalArgumentException if a part has other characters
     */
    public static MessengerMessage of(String from, String to, String text) {
        return new MessengerMessage(OemText.of(from), OemText.of(to), OemText.of(text), Octets.EMPTY);
    }

    /** Reads a message; any octets are one. */
    public static MessengerMessage decode(Octets message) {
        return read(new PacketReader(message, 0));
    }

    /** As {@link #decode}, with the cursor at the start. */
    public static MessengerMessage read(PacketReader in) {
        return new MessengerMessage(
                OemText.read(in, "from"), OemText.read(in, "to"), OemText.read(in, "text"), in.rest());
    }

    @Override
    public Octets encode() {
        PacketWriter out = new PacketWriter(64);
        from.write(out);
        to.write(out);
        text.write(out);
        return out.octets(trailing).done();
    }
}
