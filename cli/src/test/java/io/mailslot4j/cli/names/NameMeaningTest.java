package io.mailslot4j.cli.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMeaningTest {

    @ParameterizedTest
    @CsvSource({
        "00, false, computer",
        "00, true, domain or workgroup",
        "1b, false, domain master browser",
        "1b, true, ''",
        "1c, true, domain controllers",
        "1d, false, local master browser",
        "1e, true, browser elections",
        "20, false, file server",
        "20, true, internet group",
        "bf, false, Network Monitor",
        "ee, false, ''"
    })
    void theSuffixTellsWhatAUniqueOrGroupNameIs(String suffix, boolean group, String meaning) {
        assertThat(NameMeaning.of(NetBiosName.of("X", NameSuffix.parse(suffix)), group))
                .isEqualTo(meaning);
    }

    @Test
    void someGroupsAreKnownByTheirWholeName() {
        assertThat(NameMeaning.of(NetBiosName.MSBROWSE, true)).isEqualTo("master browsers");
        assertThat(NameMeaning.of(NetBiosName.of("X", NameSuffix.MASTER_BROWSERS), true))
                .isEmpty();
        byte[] octets = "INet~Services  \u001c".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(NameMeaning.of(NetBiosName.ofOctets(Octets.wrap(octets)), true))
                .isEqualTo("web servers (IIS)");
    }
}
