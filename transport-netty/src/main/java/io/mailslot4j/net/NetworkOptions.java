package io.mailslot4j.net;

import io.mailslot4j.PacketWatcher;
import io.mailslot4j.nameservice.NameClaim;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.SizeLimit;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a network can be told.
 *
 * @param computer our {@code <00>} name
 * @param workgroup our group's {@code <00>} name
 * @param extraNames further names that we receive for
 * @param acceptAllNames whether we receive whatever comes
 * @param enabled whether there is a network at all
 * @param required whether a reader that cannot listen is an error
 * @param ownNames whether our names are registered and answered for while we listen
 * @param interfaces names or addresses; none means all but loopback
 * @param listenPort where we receive
 * @param remotePort where others do
 * @param nodeType what our datagrams say that we are
 * @param sizeLimit how long a message may be
 * @param maxDatagramLength octets of an IP packet above which datagrams are sent in fragments
 * @param hosts addresses of other computers by their {@code <00>} name
 * @param duplicateWindow how long copies of group messages are looked for; zero for not at all
 * @param packetWatcher who is shown the datagrams that are sent and received
 * @param shared whether other processes of this host are met
 * @param folder where; empty means the usual place of this user
 * @param portFolder where those meet who share a UDP port, if not in {@code folder} too
 * @param nmbdSocket where Samba's nmbd hands over what it hears, if it has the port
 * @param maxLocalMessage octets that a message from another process of this host may have
 */
public record NetworkOptions(
        NetBiosName computer,
        NetBiosName workgroup,
        List<NetBiosName> extraNames,
        boolean acceptAllNames,
        boolean enabled,
        boolean required,
        boolean ownNames,
        List<String> interfaces,
        int listenPort,
        int remotePort,
        NodeType nodeType,
        SizeLimit sizeLimit,
        int maxDatagramLength,
        Map<NetBiosName, Ipv4Address> hosts,
        Duration duplicateWindow,
        Optional<PacketWatcher> packetWatcher,
        boolean shared,
        Optional<Path> folder,
        Optional<Path> portFolder,
        Optional<Path> nmbdSocket,
        int maxLocalMessage) {
    /** Besides those of the computer and its workgroup. */
    private static final int MOST_EXTRA_NAMES = 60;

    /** @throws IllegalArgumentException if names are to be owned and cannot all be */
    public NetworkOptions {
        if (ownNames && computer.hasSameTextAs(workgroup)) {
            throw new IllegalArgumentException("the computer and its workgroup are both called " + workgroup.text()
                    + ", and only one of them can have the name on the network: choose another computer name");
        }
        if (ownNames && extraNames.size() > MOST_EXTRA_NAMES) {
            throw new IllegalArgumentException(
                    extraNames.size() + " extra names are more than " + MOST_EXTRA_NAMES + ", which one host may own");
        }
    }

    /** The names that make this host a member of the network: a computer has three. */
    public List<NameClaim> claims() {
        List<NameClaim> claims = new ArrayList<>();
        for (NameSuffix suffix : List.of(NameSuffix.WORKSTATION, NameSuffix.MESSENGER, NameSuffix.SERVER)) {
            claims.add(new NameClaim(computer.with(suffix), false));
        }
        claims.add(new NameClaim(workgroup, true));
        extraNames.forEach(name -> claims.add(new NameClaim(name, name.isOfGroup())));
        return List.copyOf(claims);
    }
}
