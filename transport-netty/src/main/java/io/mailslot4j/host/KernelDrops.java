package io.mailslot4j.host;

import io.mailslot4j.protocol.Ipv4Address;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** How many datagrams Linux dropped because a socket's buffer was full: the last column of /proc/net/udp. */
public final class KernelDrops {
    /** The second has sockets of both families, which the JDK prefers. */
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/udp"), Path.of("/proc/net/udp6"));

    private static final String MAPPED = "0000000000000000FFFF0000";

    private KernelDrops() {}

    /** Of the sockets bound to {@code addresses}, or empty where the system does not tell. */
    public static OptionalLong of(List<InetSocketAddress> addresses) {
        try {
            List<String> lines = new ArrayList<>();
            for (Path table : TABLES) {
                if (Files.isReadable(table)) {
                    lines.addAll(Files.readAllLines(table));
                }
            }
            return lines.isEmpty() ? OptionalLong.empty() : OptionalLong.of(sum(lines, addresses));
        } catch (IOException unreadable) {
            return OptionalLong.empty();
        }
    }

    static long sum(List<String> table, List<InetSocketAddress> addresses) {
        Set<String> wanted = addresses.stream().map(KernelDrops::asInTable).collect(Collectors.toSet());
        return table.stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 2 && wanted.contains(columns[1].replace(MAPPED, "")))
                .mapToLong(columns -> Long.parseLong(columns[columns.length - 1]))
                .sum();
    }

    /** Addresses stand there as the machine stores them, which on every Linux with a JDK but s390x is backwards. */
    private static String asInTable(InetSocketAddress address) {
        int bits = Ipv4Address.ofOctets(address.getAddress().getAddress()).bits();
        boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
        return String.format(Locale.ROOT, "%08X:%04X", little ? Integer.reverseBytes(bits) : bits, address.getPort());
    }
}
