package io.mailslot4j.cli.network;

import io.mailslot4j.MailslotNetworkBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say who we are. Whatever is not given stays the library's default. */
public final class IdentityOptions {
    @Option(
            names = "--computer-name",
            paramLabel = "NAME",
            description = "Our computer name. Default: Samba's, or the host name.")
    private @Nullable String computerName;

    @Option(
            names = "--workgroup",
            paramLabel = "NAME",
            description = "Our workgroup or domain. Default: Samba's, or WORKGROUP.")
    private @Nullable String workgroup;

    @Option(
            names = "--name",
            paramLabel = "NAME<XX>",
            description = "A further name of ours, such as OTHERGRP<1C>. Repeatable.")
    private List<String> names = List.of();

    /** Hands over what was given. */
    public void applyTo(MailslotNetworkBuilder network) {
        names.forEach(network::extraName);
        if (computerName != null) {
            network.computerName(computerName);
        }
        if (workgroup != null) {
            network.workgroup(workgroup);
        }
    }
}
