package io.mailslot4j.protocol.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HalfOctetsTest {
    /** FRED of RFC 1001 section 14.1 starts with EGFCEFEE. */
    @Test
    void fourOctetsAreEightLetters() {
        assertThat(HalfOctets.toLetters(0x46524544)).isEqualTo(0x4547464345464545L);
        assertThat(HalfOctets.fromLetters(0x4547464345464545L)).isEqualTo(0x46524544);
    }

    @Test
    void allOctetsComeBack() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            int octets = random.nextInt();
            long letters = HalfOctets.toLetters(octets);
            assertThat(HalfOctets.areLetters(letters)).isTrue();
            assertThat(HalfOctets.fromLetters(letters)).isEqualTo(octets);
        }
    }

    @Test
    void nothingButLettersOfAToPIsTakenAtAnyPlace() {
        for (int place = 0; place < Long.SIZE; place += Byte.SIZE) {
            for (int octet = 0; octet <= 0xFF; octet++) {
                long letters = (0x4150_4150_4150_4150L & ~(0xFFL << place)) | ((long) octet << place);
                assertThat(HalfOctets.areLetters(letters)).isEqualTo(isLetter(octet));
            }
        }
    }

    /** An octet below A borrows from the one above it, which may then look like a letter. */
    @Test
    void twoWrongOctetsDoNotHideEachOther() {
        for (int pair = 0; pair <= 0xFFFF; pair++) {
            boolean letters = isLetter(pair >>> 8) && isLetter(pair & 0xFF);
            assertThat(HalfOctets.areLetters(0x4150_4150_4150_0000L | pair)).isEqualTo(letters);
            assertThat(HalfOctets.areLetters(0x0000_4150_4150_4150L | ((long) pair << 48)))
                    .isEqualTo(letters);
        }
    }

    private static boolean isLetter(int octet) {
        return octet >= 'A' && octet <= 'P';
    }
}
