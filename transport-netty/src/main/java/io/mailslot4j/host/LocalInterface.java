package io.mailslot4j.host;

import io.mailslot4j.NetworkException;
import io.mailslot4j.protocol.Ipv4Address;
import java.net.Inet4Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/**
 * An IPv4 address of this host with its network. An interface with several addresses is several of these.
 *
 * @param name of the interface, such as {@code eth0}
 * @param address ours
 * @param prefixLength bits of the network, 0 to 32
 * @param loopback whether it leads nowhere but here
 */
public record LocalInterface(String name, Ipv4Address address, int prefixLength, boolean loopback) {

    private static final String NO_INTERFACES = "No network interfaces configured";

    /** The address that only this host reaches. */
    public static final LocalInterface LOOPBACK =
            new LocalInterface("loopback", Ipv4Address.parse("127.0.0.1"), 32, true);

    /** Stands for all addresses of this host. */
    public static final LocalInterface ANY = new LocalInterface("any", Ipv4Address.ANY, 32, false);

    /**
     * Every address on an interface that is up; none where there are no interfaces at all.
     *
     * @throws NetworkException if the system does not tell, as when this process has as many files open as it may
     */
    public static List<LocalInterface> all() {
        List<LocalInterface> all = new ArrayList<>();
        try {
            for (NetworkInterface nic : nics()) {
                all.addAll(of(nic));
            }
        } catch (SocketException e) {
            throw new NetworkException(
                    NetworkException.Reason.INPUT_OUTPUT,
                    "cannot list the interfaces of this host: " + e.getMessage(),
                    e);
        }
        return List.copyOf(all);
    }

    private static List<NetworkInterface> nics() throws SocketException {
        try {
            return NetworkInterface.networkInterfaces().toList();
        } catch (SocketException e) {
            // Java has no other word for none than an exception.
            if (NO_INTERFACES.equals(e.getMessage())) {
                return List.of();
            }
            throw e;
        }
    }

    private static List<LocalInterface> of(NetworkInterface nic) throws SocketException {
        boolean loopback;
        try {
            if (!nic.isUp()) {
                return List.of();
            }
            loopback = nic.isLoopback();
        } catch (SocketException e) {
            if (NetworkInterface.getByName(nic.getName()) == null) {
                return List.of();
            }
            throw e;
        }
        return nic.getInterfaceAddresses().stream()
                .filter(a -> a.getAddress() instanceof Inet4Address)
                .map(a -> of(nic.getName(), a, loopback))
                .toList();
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
