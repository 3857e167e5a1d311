package io.mailslot4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv4AddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.9.8.2", "192.168.255.1", "255.255.255.255"})
    void readsWhatItWrites(String text) {
        Ipv4Address address = Ipv4Address.parse(text);
        assertThat(address).hasToString(text);
        assertThat(Ipv4Address.ofOctets(address.toOctets())).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.-4", "a.b.c.d", "1.2.3.4 ", "01.002.3.4567"})
    void neverAsksANameServerForAnythingElse(String text) {
        assertThatThrownBy(() -> Ipv4Address.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
