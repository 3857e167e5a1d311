package io.mailslot4j.interop;

import io.mailslot4j.protocol.Octets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Packets that were damaged on their way, in the ways that decoders trip over. The same seed gives the same damage. */
final class Damage {
    /** The ends of ranges, the label length of names, label pointers. */
    private static final int[] TELLING = {0x00, 0x01, 0x1F, 0x20, 0x3F, 0x40, 0x7F, 0x80, 0xC0, 0xFE, 0xFF};

    private final List<Octets> originals;
    private final Random random;

    Damage(List<Octets> originals, long seed) {
        this.originals = originals;
        this.random = new Random(seed);
    }

    Octets next() {
        byte[] octets = pick().toArray();
        int wounds = 1 + random.nextInt(2);
        for (int i = 0; i < wounds && octets.length > 0; i++) {
            int at = random.nextInt(octets.length);
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3, 4 -> octets[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                case 5, 6 -> octets[at] = (byte) TELLING[random.nextInt(TELLING.length)];
                case 7 -> Arrays.fill(octets, at, Math.min(at + 4, octets.length), (byte) random.nextInt());
                case 8 -> octets = Arrays.copyOf(octets, at);
                default -> octets = withTail(Arrays.copyOf(octets, at), pick());
            }
        }
        return Octets.wrap(octets);
    }

    private Octets pick() {
        return originals.get(random.nextInt(originals.size()));
    }

    private byte[] withTail(byte[] head, Octets other) {
        Octets tail = other.from(random.nextInt(other.size() + 1));
        byte[] both = Arrays.copyOf(head, Math.min(head.length + tail.size(), 1472));
        tail.slice(0, both.length - head.length).copyTo(both, head.length);
        return both;
    }
}
