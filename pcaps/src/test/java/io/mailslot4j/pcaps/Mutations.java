package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Octets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages octets in the ways that decoders trip over. The same seed gives the same damage. */
final class Mutations {
    /** Zero, one, the ends of the signed and unsigned ranges, the label length of names, label pointers. */
    private static final int[] TELLING = {0x00, 0x01, 0x1F, 0x20, 0x3F, 0x40, 0x7F, 0x80, 0xC0, 0xFE, 0xFF};

    private final Random random;

    Mutations(long seed) {
        random = new Random(seed);
    }

    /** One of {@code originals}, damaged within its first {@code reach} octets. */
    Octets next(List<Octets> originals, int reach) {
        byte[] octets = pick(originals).toArray();
        int wounds = 1 + random.nextInt(4);
        for (int i = 0; i < wounds && octets.length > 0; i++) {
            int at = random.nextInt(Math.min(reach, octets.length));
            switch (random.nextInt(5)) {
                case 0 -> octets[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                case 1 -> octets[at] = (byte) TELLING[random.nextInt(TELLING.length)];
                case 2 -> Arrays.fill(octets, at, Math.min(at + 4, octets.length), (byte) random.nextInt());
                case 3 -> octets = Arrays.copyOf(octets, at);
                default -> octets = splice(octets, at, pick(originals));
            }
        }
        return Octets.wrap(octets);
    }

    private Octets pick(List<Octets> originals) {
        return originals.get(random.nextInt(originals.size()));
    }

    /** The head of one packet and the tail of another. */
    private byte[] splice(byte[] head, int length, Octets tail) {
        Octets end = tail.from(random.nextInt(tail.size() + 1));
        byte[] both = Arrays.copyOf(head, length + end.size());
        end.copyTo(both, length);
        return both;
    }
}
