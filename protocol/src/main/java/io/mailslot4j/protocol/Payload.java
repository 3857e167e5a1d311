package io.mailslot4j.protocol;

/** What a mailslot carries, once it is understood. Immutable. */
public interface Payload {
    /** The octets as they go into a mailslot. A payload that was decoded gives those that it was read from. */
    Octets encode();
}
