package io.mailslot4j;

import io.mailslot4j.protocol.Octets;
import java.util.Objects;

/** Payloads to octets and back, with errors that name the slot: serializers may throw anything. */
record MessageCodec<T>(String name, Serializer<T> serializer) {

    Octets encode(T payload) {
        try {
            return given(serializer.encode(payload));
        } catch (Throwable e) {
            throw new SerializerException(
                    "a message to " + name + " cannot be encoded: " + e.getMessage(), Octets.EMPTY, e);
        }
    }

    Message<T> decode(Message<Octets> message) {
        try {
            return message.map(octets -> given(serializer.decode(octets)));
        } catch (Throwable e) {
            throw new SerializerException(
                    "a message in " + name + " of " + message.payload().size() + " octets does not fit the serializer: "
                            + e.getMessage(),
                    message.payload(),
                    e);
        }
    }

    /** Null is nothing that can be sent, and to who takes from a queue it says that there is no message. */
    private static <V> V given(V value) {
        return Objects.requireNonNull(value, "the serializer gave null");
    }
}
