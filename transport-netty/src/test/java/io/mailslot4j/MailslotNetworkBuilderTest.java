package io.mailslot4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mailslot4j.nameservice.NameClaim;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailslotNetworkBuilderTest {
    private final MailslotNetworkBuilder builder =
            MailslotNetwork.builder().computerName("PC").workgroup("SALES");

    private static NetBiosName name(String text) {
        return NetBiosName.parse(text, NameSuffix.WORKSTATION);
    }

    /** A name on the network belongs to a computer or to a group. */
    @Test
    void aComputerThatIsCalledAsItsWorkgroupCannotOwnNames() {
        builder.computerName("Sales").ownNames(true);
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessage(
                        "the computer and its workgroup are both called SALES, and only one of them can have the name"
                                + " on the network: choose another computer name");
    }

    @Test
    void whoOwnsNoNamesMayBeCalledAsItsWorkgroup() {
        try (MailslotNetwork network = builder.computerName("Sales").build()) {
            assertThat(network.status().computerName()).isEqualTo("SALES");
        }
    }

    @Test
    void aHostOwnsNoMoreNamesThanOneNodeStatusCanTell() {
        IntStream.range(0, 60).forEach(i -> builder.extraName("NAME" + i));
        try (MailslotNetwork network = builder.ownNames(true).build()) {
            assertThat(network.claims()).hasSize(64);
        }
        builder.extraName("ONE-MORE");
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessage("61 extra names are more than 60, which one host may own");
    }

    /** Three are its own, and one is that of the workgroup. */
    @Test
    void aComputerIsAMemberOfTheNetworkByFourNames() {
        try (MailslotNetwork network = builder.build()) {
            assertThat(network.claims())
                    .containsExactly(
                            new NameClaim(name("PC<00>"), false),
                            new NameClaim(name("PC<03>"), false),
                            new NameClaim(name("PC<20>"), false),
                            new NameClaim(name("SALES<00>"), true));
        }
    }

    @Test
    void copiesMayBeLookedForForEver() {
        MailslotNetwork.builder()
                .withoutNetwork()
                .duplicateWindow(Mailslot.FOREVER)
                .build()
                .close();
    }
}
