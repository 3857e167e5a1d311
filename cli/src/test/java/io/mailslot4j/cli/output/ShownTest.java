package io.mailslot4j.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Octets;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

    @Test
    void printableTextIsShownAsItIs() {
        assertThat(Shown.octets(utf8("Grüße, 日本 \uD83D\uDE00!"))).isEqualTo("Grüße, 日本 \uD83D\uDE00!");
    }

    @ParameterizedTest
    @CsvSource({
        "1b5b33316d, \\x1b[31m",
        "0a0d0900, \\x0a\\x0d\\x09\\x00",
        "7f, \\x7f",
        "5c, \\\\\\\\",
        "c29b, \\xc2\\x9b",
        "e280ae, \\xe2\\x80\\xae",
        "e2808f, \\xe2\\x80\\x8f",
        "efbbbf, \\xef\\xbb\\xbf",
        "e280a8, \\xe2\\x80\\xa8",
        "ff, \\xff",
        "41ff42, A\\xffB",
        "c3, \\xc3",
        "c341, \\xc3A",
        "eda080, \\xed\\xa0\\x80",
        "c0af, \\xc0\\xaf"
    })
    void whatIsNotPrintableIsShownByItsOctets(String hex, String shown) {
        assertThat(Shown.octets(Octets.ofHex(hex))).isEqualTo(shown.replace("\\\\\\\\", "\\\\"));
    }

    @Test
    void everyOctetCanBeToldFromWhatIsShown() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        String shown = Shown.octets(Octets.wrap(all));
        assertThat(shown).matches("[ -~]*");
        assertThat(restored(shown)).isEqualTo(all);
    }

    private static byte[] restored(String shown) {
        var octets = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < shown.length(); i++) {
            if (shown.charAt(i) != '\\') {
                octets.write(shown.charAt(i));
            } else if (shown.charAt(++i) == '\\') {
                octets.write('\\');
            } else {
                octets.write(Integer.parseInt(shown.substring(i + 1, i + 3), 16));
                i += 2;
            }
        }
        return octets.toByteArray();
    }

    @Test
    void slotsAreShownWithoutTheirPrefix() {
        assertThat(Shown.slot("\\MAILSLOT\\NET\\NETLOGON")).isEqualTo("NET\\NETLOGON");
        assertThat(Shown.slot("\\MailSlot\\NET\\LOG\u001b\u00e9")).isEqualTo("NET\\\\LOG\\x1b\\xe9");
    }

    @Test
    void linesOfOurOwnKeepBackslashes() {
        assertThat(Shown.line("no \\\\*\\mailslot\\X\n\u202e")).isEqualTo("no \\\\*\\mailslot\\X\\x0a\\xe2\\x80\\xae");
    }

    @Test
    void onlyPrintableTextIsText() {
        assertThat(Shown.asPrintable(utf8("é\\"))).contains("é\\");
        assertThat(Shown.asPrintable(Octets.EMPTY)).contains("");
        assertThat(Shown.asPrintable(utf8("a\n"))).isEmpty();
        assertThat(Shown.asPrintable(Octets.ofHex("c3"))).isEmpty();
    }

    private static Octets utf8(String text) {
        return Octets.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
