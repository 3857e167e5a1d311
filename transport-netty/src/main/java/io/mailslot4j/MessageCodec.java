package io.mailslot4j;

import io.mailslot4j.protocol.Octets;

/** Payloads to octets and back, with errors that name the slot: serializers may throw anything. */
record MessageCodec<T>(String name, Serializer<T> serializer) {

    Octets encode(T payload) {
        try {
            return serializer.encode(payload);
        } catch (Throwable e) {
            throw new SerializerException(
                    "a message to " + name + " cannot be encoded: " + e.getMessage(), Octets.EMPTY, e);
        }
    }

    Message<T> decode(Message<Octets> message) {
        try {
            return message.map(serializer::decode);
        } catch (Throwable e) {
            throw new SerializerException(
                    "a message in " + name + " of " + message.payload().size() + " octets does not fit the serializer: "
                            + e.getMessage(),
                    message.payload(),
                    e);
        }
    }
}
