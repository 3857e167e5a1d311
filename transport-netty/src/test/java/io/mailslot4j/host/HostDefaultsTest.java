package io.mailslot4j.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HostDefaultsTest {
    private static final String CONF = """
            # a comment
            ; another
            [global]
               WorkGroup = labgrp
               netbios\tname = "filer1"
               wins  server = 10.0.0.1, \\
                  10.0.0.2
               log file = /var/log/samba/%m.log
            [homes]
               workgroup = NOT THIS
            [ Global ]
               server string = x
            """;

    @Test
    void areThoseOfSambaOnThisHost() {
        HostDefaults defaults = HostDefaults.of(SmbConf.parse(CONF), "host.example.org\n");
        assertThat(defaults.computerName()).isEqualTo("FILER1");
        assertThat(defaults.workgroup()).isEqualTo("LABGRP");
        assertThat(defaults.winsServers()).containsExactly("10.0.0.1", "10.0.0.2");
        assertThat(defaults.nmbdSocket()).contains(Path.of("/run/samba/nmbd/unexpected"));
    }

    @Test
    void areMadeFromTheHostNameWithoutSamba() {
        HostDefaults defaults = HostDefaults.of(SmbConf.parse(""), "a-very-long-host-name.example.org\n");
        assertThat(defaults.computerName()).isEqualTo("A-VERY-LONG-HOS");
        assertThat(defaults.workgroup()).isEqualTo("WORKGROUP");
        assertThat(defaults.winsServers()).isEmpty();
        assertThat(defaults.nmbdSocket()).isEmpty();
    }

    @Test
    void aNameThatCannotBeOneIsPassedOver() {
        SmbConf conf = SmbConf.parse("[global]\nnetbios name = *\nworkgroup =\n");
        assertThat(HostDefaults.of(conf, "").computerName()).isEqualTo("JAVA");
        assertThat(HostDefaults.of(conf, "").workgroup()).isEqualTo("WORKGROUP");
    }

    @Test
    void nmbdMayBeElsewhere() {
        SmbConf conf = SmbConf.parse("[global]\nnmbd:socket dir = /var/lib/elsewhere\n");
        assertThat(HostDefaults.of(conf, "").nmbdSocket()).contains(Path.of("/var/lib/elsewhere/unexpected"));
    }

    @Test
    void variablesAreNotValues() {
        assertThat(SmbConf.parse(CONF).get("log file")).isEmpty();
        assertThat(SmbConf.parse(CONF).get("server string")).contains("x");
    }
}
