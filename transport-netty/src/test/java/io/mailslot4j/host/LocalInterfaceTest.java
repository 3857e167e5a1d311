package io.mailslot4j.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Ipv4Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalInterfaceTest {
    @ParameterizedTest
    @CsvSource({
        "10.77.0.30, 24, 10.77.0.255, true",
        "172.16.5.9, 12, 172.31.255.255, true",
        "127.0.0.1, 8, 127.255.255.255, true",
        "10.0.0.1, 30, 10.0.0.3, true",
        "10.0.0.1, 31, 10.0.0.1, false",
        "10.0.0.1, 32, 10.0.0.1, false",
        "10.0.0.1, 0, 255.255.255.255, true"
    })
    void theBroadcastAddressFollowsFromThePrefix(String address, int prefix, String broadcast, boolean has) {
        LocalInterface i = of(address, prefix);
        assertThat(i.broadcast()).hasToString(broadcast);
        assertThat(i.hasBroadcast()).isEqualTo(has);
    }

    @Test
    void knowsItsNetwork() {
        LocalInterface i = of("10.77.0.30", 23);
        assertThat(i.contains(Ipv4Address.parse("10.77.1.200"))).isTrue();
        assertThat(i.contains(Ipv4Address.parse("10.77.2.1"))).isFalse();
        assertThat(of("1.2.3.4", 0).contains(Ipv4Address.parse("9.9.9.9"))).isTrue();
    }

    private static LocalInterface of(String address, int prefix) {
        return new LocalInterface("eth0", Ipv4Address.parse(address), prefix, false);
    }
}
