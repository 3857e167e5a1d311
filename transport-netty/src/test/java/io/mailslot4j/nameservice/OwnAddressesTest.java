package io.mailslot4j.nameservice;

import static io.mailslot4j.nameservice.ResponderHost.interfaces;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.host.LocalInterface;
import io.mailslot4j.protocol.Ipv4Address;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnAddressesTest {
    private final OwnAddresses addresses = new OwnAddresses(interfaces("10.0.1.7", "10.0.2.7"));

    private static Ipv4Address ip(String text) {
        return Ipv4Address.parse(text);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.1.99, true",
        "192.0.2.1, true",
        "127.0.0.1, true",
        "192.0.2.255, true",
        "10.0.1.255, false",
        "10.0.2.0, false",
        "0.1.2.3, false",
        "239.1.2.3, false",
        "255.255.255.255, false"
    })
    void anAnswerGoesToOneHostOnly(String address, boolean oneHost) {
        assertThat(addresses.isOneHost(ip(address))).isEqualTo(oneHost);
    }

    @Test
    void pointToPointLinksHaveNoBroadcast() {
        OwnAddresses link = new OwnAddresses(List.of(new LocalInterface("tun0", ip("10.0.1.254"), 31, false)));
        assertThat(link.networks()).isEmpty();
        assertThat(link.isOneHost(ip("10.0.1.255"))).isTrue();
    }

    @Test
    void thisHostIsItsAddressesAndLoopback() {
        assertThat(addresses.include(ip("10.0.2.7"))).isTrue();
        assertThat(addresses.include(ip("127.8.8.8"))).isTrue();
        assertThat(addresses.include(ip("10.0.2.8"))).isFalse();
    }

    @Test
    void loopbackIsFarFromEverybodyElse() {
        OwnAddresses own = new OwnAddresses(List.of(
                new LocalInterface("lo", ip("127.0.0.1"), 8, true),
                new LocalInterface("eth0", ip("10.0.1.7"), 24, false)));
        assertThat(own.nearestTo(ip("192.0.2.1"))).contains(ip("10.0.1.7"));
        assertThat(own.nearestTo(ip("127.0.0.9"))).contains(ip("127.0.0.1"));
        assertThat(own.nearestFirst(ip("10.0.1.9"))).containsExactly(ip("10.0.1.7"), ip("127.0.0.1"));
    }
}
