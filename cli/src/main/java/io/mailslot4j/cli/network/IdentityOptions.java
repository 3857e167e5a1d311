package io.mailslot4j.cli.network;

import io.mailslot4j.MailslotNetworkBuilder;
import io.mailslot4j.cli.arguments.Given;
import io.mailslot4j.cli.arguments.Option;
import io.mailslot4j.cli.arguments.Value;
import java.util.List;

/**
 * The options that say who we are. Whatever is not given stays the library's default.
 *
 * @param given what was
 */
public record IdentityOptions(Given given) {
    private static final Value<String> COMPUTER_NAME =
            Value.ofText("--computer-name", "NAME", "Our computer name. Default: Samba's, or the host name.");
    private static final Value<String> WORKGROUP =
            Value.ofText("--workgroup", "NAME", "Our workgroup or domain. Default: Samba's, or WORKGROUP.");
    private static final Value<String> NAME = Value.ofText(
                    "--name", "NAME<XX>", "A further name of ours, such as OTHERGRP<1C>. Repeatable.")
            .repeated();

    /** All of them. */
    public static final List<Option> ALL = List.of(COMPUTER_NAME, WORKGROUP, NAME);

    /** Hands over what was given. */
    public void applyTo(MailslotNetworkBuilder network) {
        given.values(NAME).forEach(network::extraName);
        given.value(COMPUTER_NAME).ifPresent(network::computerName);
        given.value(WORKGROUP).ifPresent(network::workgroup);
    }
}
