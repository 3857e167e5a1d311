package io.mailslot4j.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.UnresolvedTargetException;
import io.mailslot4j.host.Interfaces;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.mailslot.Target;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetsTest {
    private static final Ipv4Address TEN = Ipv4Address.parse("10.0.0.7");

    private final Targets targets = new Targets(
            name("PC<00>"),
            name("GRP<00>"),
            Map.of(name("KNOWN<00>"), TEN, name("FARGRP<00>"), Ipv4Address.parse("255.255.255.255")),
            new Interfaces(List.of("127.0.0.1")));

    @Test
    void aDotIsHereAndAStarIsTheWorkgroup() {
        assertThat(route(".")).isEqualTo(new Route.Here());
        assertThat(route("*")).isEqualTo(new Route.Group(name("GRP<00>"), Optional.empty()));
    }

    @Test
    void theWorkgroupIsAGroupWhateverTheSuffix() {
        assertThat(route("grp")).isEqualTo(new Route.Group(name("GRP<00>"), Optional.empty()));
        assertThat(route("GRP<1D>")).isEqualTo(new Route.Group(name("GRP<1D>"), Optional.empty()));
    }

    @Test
    void aSuffixThatOnlyGroupsHaveForcesAGroup() {
        assertThat(route("ELSE<1C>")).isEqualTo(new Route.Group(name("ELSE<1C>"), Optional.empty()));
    }

    @Test
    void aNameAtAnAddressIsAComputer() {
        assertThat(route("SRV@10.0.0.7")).isEqualTo(new Route.Computer(name("SRV<00>"), TEN));
        assertThat(route("GRP<1B>@10.0.0.7")).isEqualTo(new Route.Computer(name("GRP<1B>"), TEN));
    }

    @Test
    void aNameAtABroadcastAddressIsAGroup() {
        assertThat(route("ELSE@255.255.255.255")).isEqualTo(new Route.Group(name("ELSE<00>"), Optional.empty()));
        assertThat(route("ELSE@127.255.255.255"))
                .isEqualTo(new Route.Group(name("ELSE<00>"), Optional.of(Ipv4Address.parse("127.255.255.255"))));
    }

    @Test
    void theTableTellsWhereOthersAre() {
        assertThat(route("known")).isEqualTo(new Route.Computer(name("KNOWN<00>"), TEN));
        assertThat(route("known<20>")).isEqualTo(new Route.Computer(name("KNOWN<20>"), TEN));
        assertThat(route("fargrp")).isEqualTo(new Route.Group(name("FARGRP<00>"), Optional.empty()));
    }

    @Test
    void ourOwnNameIsThisComputer() {
        assertThat(route("pc")).isEqualTo(new Route.OwnComputer());
    }

    @Test
    void anythingElseIsAnErrorThatTellsWhatWasTriedAndWhatToDo() {
        assertThatThrownBy(() -> route("stranger"))
                .isInstanceOf(UnresolvedTargetException.class)
                .hasMessage("cannot find STRANGER (not this computer PC; not the workgroup GRP; not in the static table"
                        + " of 2): write STRANGER@ADDRESS for a computer, or STRANGER@255.255.255.255 for a domain or"
                        + " workgroup");
        assertThatThrownBy(() -> route("10.0.0.7"))
                .isInstanceOf(UnresolvedTargetException.class)
                .hasMessageContaining("write NAME@10.0.0.7");
    }

    private Route route(String target) {
        return targets.routeTo(Target.parse(target));
    }

    private static NetBiosName name(String text) {
        return NetBiosName.parse(text, NameSuffix.WORKSTATION);
    }
}
