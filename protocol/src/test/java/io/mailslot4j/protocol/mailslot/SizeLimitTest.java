package io.mailslot4j.protocol.mailslot;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeLimitTest {
    /** MS-MAIL behaviour note 2; nmbd measured. */
    @ParameterizedTest
    @CsvSource({
        "1,428,424,410",
        "4,428,424,410",
        "5,424,424,406",
        "6,424,424,406",
        "8,424,424,406",
        "9,420,420,402",
        "12,420,420,402",
        "13,416,416,398",
        "16,416,416,398"
    })
    void followsFromTheLengthOfTheName(int n, int windows, int win32, int nmbd) {
        String slot = "\\MAILSLOT\\" + "X".repeat(n);
        assertThat(SizeLimit.WINDOWS.maxPayload(slot)).isEqualTo(windows);
        assertThat(SizeLimit.WIN32_424.maxPayload(slot)).isEqualTo(win32);
        assertThat(SizeLimit.NMBD_576.maxPayload(slot)).isEqualTo(nmbd);
    }

    @Test
    void theLargestMessageFillsExactlyWhatIsAllowed() {
        for (int n = 1; n <= 400; n++) {
            String slot = "\\MAILSLOT\\" + "X".repeat(n);
            assertThat(smbSize(slot, SizeLimit.WINDOWS)).isEqualTo(512);
            assertThat(smbSize(slot, SizeLimit.NMBD_576)).isEqualTo(494);
        }
    }

    private static int smbSize(String slot, SizeLimit limit) {
        return MailslotWrite.of(slot, Octets.zeros(limit.maxPayload(slot)))
                .encode()
                .size();
    }
}
