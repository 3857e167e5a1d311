package io.mailslot4j.cli.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.protocol.Octets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageSourceTest {

    @Test
    void everyLineIsAMessage() throws IOException {
        assertThat(lines("one\ntwo\r\n\nlast \r")).containsExactly("one", "two", "", "last \r");
        assertThat(lines("one\n")).containsExactly("one");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void aLineBeyondTheLimitIsRefusedAndTheNextComesAfterIt() throws IOException {
        byte[] lines = ("1234567890\n12345678901\n" + "x".repeat(1000) + "\nlast").getBytes(StandardCharsets.UTF_8);
        MessageSource source = MessageSource.lines(new ByteArrayInputStream(lines), 10);
        assertThat(source.next().map(Octets::size)).contains(10);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(source::next)
                    .isInstanceOf(FailedException.class)
                    .hasMessageContaining("more than 10 octets");
        }
        assertThat(source.next().map(Octets::size)).contains(4);
        assertThat(source.next()).isEmpty();
    }

    @Test
    void allTogetherIsOneMessage() throws IOException {
        MessageSource source = MessageSource.whole(new ByteArrayInputStream(new byte[] {0, '\n', -1}), 3);
        assertThat(source.next()).contains(Octets.ofHex("000aff"));
        assertThat(source.next()).isEmpty();
    }

    @Test
    void tooMuchTogetherIsRefused() {
        MessageSource source = MessageSource.whole(new ByteArrayInputStream(new byte[4]), 3);
        assertThatThrownBy(source::next).isInstanceOf(FailedException.class);
    }

    private static List<String> lines(String text) throws IOException {
        MessageSource source =
                MessageSource.lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 100);
        List<String> lines = new ArrayList<>();
        for (Optional<Octets> next = source.next(); next.isPresent(); next = source.next()) {
            lines.add(next.get().text(StandardCharsets.UTF_8));
        }
        return lines;
    }
}
