package io.mailslot4j.cli.network;

import io.mailslot4j.cli.output.FailedException;
import java.net.Inet4Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Collectors;

/** An interface to ask on. A service would wait until there is one of that name; a command that asks once does not. */
final class AskedInterface {
    private AskedInterface() {}

    /**
     * Sees that there is such an interface.
     *
     * @throws FailedException if there is none
     */
    static void mustExist(String nameOrAddress) {
        List<Found> all = all();
        if (all.stream().noneMatch(found -> found.is(nameOrAddress))) {
            throw new FailedException("no interface '" + nameOrAddress + "' with an IPv4 address is there; there are "
                    + all.stream().map(Found::toString).collect(Collectors.joining(", ")));
        }
    }

    private record Found(String name, String address) {
        boolean is(String nameOrAddress) {
            return name.equals(nameOrAddress) || address.equals(nameOrAddress);
        }

        @Override
        public String toString() {
            return name + " " + address;
        }
    }

    private static List<Found> all() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(each -> each.getInterfaceAddresses().stream()
                            .map(InterfaceAddress::getAddress)
                            .filter(Inet4Address.class::isInstance)
                            .map(address -> new Found(each.getName(), address.getHostAddress())))
                    .toList();
        } catch (SocketException e) {
            throw new FailedException("cannot list the interfaces of this host: " + e.getMessage());
        }
    }
}
