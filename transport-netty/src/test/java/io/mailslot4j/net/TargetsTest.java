package io.mailslot4j.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.UnresolvedTargetException;
import io.mailslot4j.host.Interfaces;
import io.mailslot4j.host.RecentInterfaces;
import io.mailslot4j.nameservice.NameLookup;
import io.mailslot4j.nameservice.NameOwner;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.mailslot.Target;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {
    private static final Ipv4Address TEN = Ipv4Address.parse("10.0.0.7");

    private final Targets targets = new Targets(
            name("PC<00>"),
            name("GRP<00>"),
            Map.of(name("KNOWN<00>"), TEN, name("FARGRP<00>"), Ipv4Address.parse("255.255.255.255")),
            new RecentInterfaces(new Interfaces(List.of("127.0.0.1")), later -> {}),
            new Asked());

    /** Others know PEER at two addresses and the group FARAWAY, and that 10.0.0.9 is PEER. */
    private static final class Asked implements Names {
        @Override
        public NameLookup lookup(NetBiosName name) {
            List<NameOwner> owners = switch (name.text()) {
                case "PEER" ->
                    List.of(
                            new NameOwner(Ipv4Address.parse("10.0.0.9"), false, "x"),
                            new NameOwner(Ipv4Address.parse("127.0.0.9"), false, "x"));
                case "FARAWAY" -> List.of(new NameOwner(Ipv4Address.ANY, true, "x"));
                default -> List.of();
            };
            return new NameLookup(
                    name, owners, List.of(new NameLookup.Step("broadcast", "no answer", Duration.ofSeconds(1))));
        }

        @Override
        public Optional<NetBiosName> computerAt(Ipv4Address address) {
            return address.toString().equals("10.0.0.9") ? Optional.of(name("PEER<00>")) : Optional.empty();
        }
    }

    @Test
    void aDotIsHereAndAStarIsTheWorkgroup() {
        assertThat(route(".")).isEqualTo(new Route.Here());
        assertThat(route("*")).isEqualTo(new Route.Group(name("GRP<00>"), Optional.empty()));
    }

    @Test
    void theWorkgroupIsAGroup() {
        assertThat(route("grp")).isEqualTo(new Route.Group(name("GRP<00>"), Optional.empty()));
        assertThat(route("GRP<1D>")).isEqualTo(new Route.Group(name("GRP<1D>"), Optional.empty()));
    }

    /** The domain master browser is one computer (MS-MAIL section 3.2.3), whose address somebody must tell. */
    @ParameterizedTest
    @ValueSource(strings = {"GRP<1B>", "GRP<20>"})
    void aComputerWithTheTextOfTheWorkgroupIsLookedFor(String target) {
        assertThatThrownBy(() -> route(target))
                .isInstanceOf(UnresolvedTargetException.class)
                .hasMessageContaining("broadcast: no answer")
                .hasMessageContaining("write " + target + "@ADDRESS");
    }

    @Test
    void theMessengerOfAComputerIsNoGroup() {
        assertThat(route("PEER<01>")).isInstanceOf(Route.Computer.class);
        assertThat(NetBiosName.MSBROWSE.isOfGroup()).isTrue();
    }

    @Test
    void aSuffixThatOnlyGroupsHaveForcesAGroup() {
        assertThat(route("ELSE<1C>")).isEqualTo(new Route.Group(name("ELSE<1C>"), Optional.empty()));
    }

    @Test
    void aNameAtAnAddressIsAComputer() {
        assertIsComputer(name("SRV<00>"), TEN, route("SRV@10.0.0.7"));
        assertIsComputer(name("GRP<1B>"), TEN, route("GRP<1B>@10.0.0.7"));
    }

    @Test
    void aNameAtABroadcastAddressIsAGroup() {
        assertThat(route("ELSE@255.255.255.255")).isEqualTo(new Route.Group(name("ELSE<00>"), Optional.empty()));
        assertThat(route("ELSE@127.255.255.255"))
                .isEqualTo(new Route.Group(name("ELSE<00>"), Optional.of(Ipv4Address.parse("127.255.255.255"))));
    }

    @Test
    void theTableTellsWhereOthersAre() {
        assertIsComputer(name("KNOWN<00>"), TEN, route("known"));
        assertIsComputer(name("KNOWN<20>"), TEN, route("known<20>"));
        assertThat(route("fargrp")).isEqualTo(new Route.Group(name("FARGRP<00>"), Optional.empty()));
    }

    @Test
    void ourOwnNameIsThisComputer() {
        assertThat(route("pc")).isEqualTo(new Route.OwnComputer(name("PC<00>")));
    }

    @Test
    void othersAreAskedForAnyOtherName() {
        assertThat(route("faraway")).isEqualTo(new Route.Group(name("FARAWAY<00>"), Optional.empty()));
        assertIsComputer(name("PEER<00>"), Ipv4Address.parse("127.0.0.9"), route("peer"));
        assertIsComputer(name("PEER<20>"), Ipv4Address.parse("127.0.0.9"), route("peer<20>"));
    }

    @Test
    void anAddressAloneIsAskedForItsName() {
        assertIsComputer(name("PEER<00>"), Ipv4Address.parse("10.0.0.9"), route("10.0.0.9"));
    }

    @Test
    void anythingElseIsAnErrorThatTellsWhatWasTriedAndWhatToDo() {
        assertThatThrownBy(() -> route("stranger"))
                .isInstanceOf(UnresolvedTargetException.class)
                .hasMessage("cannot find STRANGER (not this computer PC; not the workgroup GRP; not in the static table"
                        + " of 2; broadcast: no answer): write STRANGER@ADDRESS for a computer, or STRANGER@255.255.255.255 for a domain or"
                        + " workgroup");
        assertThatThrownBy(() -> route("10.0.0.7"))
                .isInstanceOf(UnresolvedTargetException.class)
                .hasMessageContaining("write NAME@10.0.0.7");
    }

    /** Which address of ours it leaves from is known of a network that we are in, and else depends on this host. */
    private static void assertIsComputer(NetBiosName name, Ipv4Address address, Route route) {
        assertThat(route).isInstanceOfSatisfying(Route.Computer.class, computer -> {
            assertThat(computer.name()).isEqualTo(name);
            assertThat(computer.address()).isEqualTo(address);
        });
    }

    @Test
    void aDatagramLeavesFromTheNetworkThatItGoesTo() {
        Ipv4Address neighbour = Ipv4Address.parse("127.3.2.1");
        assertThat(route("SRV@127.3.2.1"))
                .isEqualTo(new Route.Computer(name("SRV<00>"), neighbour, Ipv4Address.parse("127.0.0.1")));
    }

    private Route route(String target) {
        return targets.routeTo(Target.parse(target));
    }

    private static NetBiosName name(String text) {
        return NetBiosName.parse(text, NameSuffix.WORKSTATION);
    }
}
