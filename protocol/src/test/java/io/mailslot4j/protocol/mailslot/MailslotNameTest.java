package io.mailslot4j.protocol.mailslot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailslotNameTest {
    @ParameterizedTest
    @CsvSource({
        "x, \\\\.\\mailslot\\x",
        "a\\b\\c, \\\\.\\mailslot\\a\\b\\c",
        "a/b, \\\\.\\mailslot\\a\\b",
        "\\\\.\\mailslot\\x, \\\\.\\mailslot\\x",
        "\\\\.\\MAILSLOT\\x, \\\\.\\mailslot\\x",
        "//./mailslot/x, \\\\.\\mailslot\\x",
        "\\\\*\\mailslot\\x, \\\\*\\mailslot\\x",
        "\\\\server\\mailslot\\x, \\\\SERVER\\mailslot\\x",
        "\\\\LABGRP<1c>\\mailslot\\NET\\NETLOGON, \\\\LABGRP<1C>\\mailslot\\NET\\NETLOGON",
        "\\\\PC@10.0.0.7\\mailslot\\x, \\\\PC@10.0.0.7\\mailslot\\x",
        "\\\\PC#20@10.0.0.7\\mailslot\\x, \\\\PC<20>@10.0.0.7\\mailslot\\x",
        "\\\\192.0.2.7\\mailslot\\x, \\\\192.0.2.7\\mailslot\\x"
    })
    void readsFullNamesAndBarePaths(String text, String full) {
        MailslotName name = MailslotName.parse(text);
        assertThat(name).hasToString(full);
        assertThat(MailslotName.parse(name.toString())).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\\x",
                "x\\",
                "a\\\\b",
                "a*b",
                "a<b",
                "a\u0007b",
                "ü",
                "\\\\server",
                "\\\\server\\pipe\\x",
                "\\\\server\\mailslot\\",
                "\\\\\\mailslot\\x",
                "\\\\ABCDEFGHIJKLMNOP\\mailslot\\x",
                "\\\\PC@10.0.0\\mailslot\\x",
                "\\\\PC@host\\mailslot\\x"
            })
    void refusesWhatIsNoName(String text) {
        assertThatThrownBy(() -> MailslotName.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesOfOneSlotDifferOnlyInCase() {
        assertThat(MailslotName.fold("\\mailslot\\Listener")).isEqualTo(MailslotName.fold("\\MAILSLOT\\LISTENER"));
    }

    @Test
    void theSuffixIsWorkstationUnlessForced() {
        Target.Named plain = (Target.Named) Target.parse("server");
        Target.Named forced = (Target.Named) Target.parse("server<00>");
        assertThat(plain.name()).isEqualTo(forced.name());
        assertThat(plain.suffixGiven()).isFalse();
        assertThat(forced.suffixGiven()).isTrue();
    }
}
