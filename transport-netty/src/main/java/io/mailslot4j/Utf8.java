package io.mailslot4j;

import io.mailslot4j.protocol.Octets;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strict UTF-8, where {@link String}'s own methods would put replacement characters. */
final class Utf8 {
    private Utf8() {}

    static Octets encode(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] octets = new byte[encoded.remaining()];
            encoded.get(octets);
            return Octets.wrap(octets);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("text has half a surrogate pair, which UTF-8 cannot say", e);
        }
    }

    static String decode(Octets octets) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.toArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
    }
}
