package io.mailslot4j;

import io.mailslot4j.protocol.Octets;
import java.util.function.Function;

/**
 * How values become the octets of a message, and back. Nothing in a message tells which serializer made it: both sides
 * must agree. Implementations must be thread-safe.
 *
 * @param <T> the type of the values
 */
public interface Serializer<T> {

    /** The octets that stand for {@code value}. May throw anything; nothing is sent then. Null is an error. */
    Octets encode(T value);

    /** The value that {@code octets} stand for. They come from anybody: never trust them. May throw anything. Null is an error. */
    T decode(Octets octets);

    /** Text in UTF-8, the default. Octets that are not UTF-8 are refused, not replaced. */
    static Serializer<String> utf8() {
        return of(Utf8::encode, Utf8::decode);
    }

    /** The octets themselves. */
    static Serializer<byte[]> bytes() {
        return of(Octets::copyOf, Octets::toArray);
    }

    /** Numbers, text, octets, and lists, sets and maps of them, in a form of our own: see {@link Values}. */
    static Serializer<Object> values() {
        return of(ValueEncoder::encode, ValueDecoder::decode);
    }

    /** A pair of functions. */
    static <T> Serializer<T> of(Function<? super T, Octets> encoder, Function<Octets, ? extends T> decoder) {
        return new Serializer<>() {
            @Override
            public Octets encode(T value) {
                return encoder.apply(value);
            }

            @Override
            public T decode(Octets octets) {
                return decoder.apply(octets);
            }
        };
    }
}
