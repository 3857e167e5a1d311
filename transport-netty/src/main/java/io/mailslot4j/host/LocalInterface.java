package io.mailslot4j.host;

import io.mailslot4j.protocol.Ipv4Address;
import java.net.Inet4Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;

/**
 * An IPv4 address of this host with its network. An interface with several addresses is several of these.
 *
 * @param name of the interface, such as {@code eth0}
 * @param address ours
 * @param prefixLength bits of the network, 0 to 32
 * @param loopback whether it leads nowhere but here
 */
public record LocalInterface(String name, Ipv4Address address, int prefixLength, boolean loopback) {

    /** The address that only this host reaches. */
    public static final LocalInterface LOOPBACK =
            new LocalInterface("loopback", Ipv4Address.parse("127.0.0.1"), 32, true);

    /** Stands for all addresses of this host. */
    public static final LocalInterface ANY = new LocalInterface("any", Ipv4Address.ANY, 32, false);

    /** Every address on an interface that is up; none where the system says that there are no interfaces at all. */
    public static List<LocalInterface> all() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(LocalInterface::of)
                    .toList();
        } catch (SocketException none) {
            return List.of();
        }
    }

    private static Stream<LocalInterface> of(NetworkInterface nic) {
        try {
            if (!nic.isUp()) {
                return Stream.empty();
            }
            boolean loopback = nic.isLoopback();
            return nic.getInterfaceAddresses().stream()
                    .filter(a -> a.getAddress() instanceof Inet4Address)
                    .map(a -> of(nic.getName(), a, loopback));
        } catch (SocketException vanished) {
            return Stream.empty();
        }
    }

    private static LocalInterface of(String name, InterfaceAddress address, boolean loopback) {
        Ipv4Address own = Ipv4Address.ofOctets(address.getAddress().getAddress());
        return new LocalInterface(name, own, address.getNetworkPrefixLength(), loopback);
    }

    /** The address that reaches every host of this network, made from the prefix: what is configured may be missing or wrong. */
    public Ipv4Address broadcast() {
        return new Ipv4Address(address.bits() | ~mask());
    }

    /** Whether {@code other} is in this network. */
    public boolean contains(Ipv4Address other) {
        return ((address.bits() ^ other.bits()) & mask()) == 0;
    }

    /** Whether a broadcast reaches more than one host here. A prefix of 31 or 32 bits has no broadcast address. */
    public boolean hasBroadcast() {
        return prefixLength < 31;
    }

    /**
     * Whether a socket on the broadcast address is needed and possible. On Windows a socket on the interface's own address
     * gets the broadcasts too; and only Linux has a broadcast address for loopback.
     */
    public boolean hasSocketForBroadcast() {
        String system = System.getProperty("os.name", "");
        return hasBroadcast() && (loopback ? system.startsWith("Linux") : !system.startsWith("Windows"));
    }

    /** Whether a socket can be bound to 255.255.255.255, and hears what is sent there. */
    public static boolean hasSocketForLimitedBroadcast() {
        return System.getProperty("os.name", "").startsWith("Linux");
    }

    private int mask() {
        return prefixLength == 0 ? 0 : -1 << (32 - prefixLength);
    }
}
