package io.mailslot4j.interop.lab;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Samba's nmblookup on a host of the lab: what another client finds. */
public final class Nmblookup {
    private static final Pattern FOUND = Pattern.compile("^(?<address>[0-9.]+) .*<\\p{XDigit}{2}>$", Pattern.MULTILINE);
    private static final Pattern STATUS = Pattern.compile(
            "^\t(.{15}) <(\\p{XDigit}{2})> - (<GROUP>| {7}) ([BPMH]) ((?:<[A-Z]+> )*)$", Pattern.MULTILINE);

    private final LabHost host;

    /** On {@code host}, without what its smb.conf says. */
    public Nmblookup(LabHost host) {
        this.host = host;
    }

    /** The addresses that are found by broadcast for a name such as {@code LABGRP<1C>}, which must be found. */
    public List<String> byBroadcast(String name) {
        return addresses(host.output(broadcastQuery(name)));
    }

    /** Whether a name is found by broadcast. */
    public boolean findsByBroadcast(String name) {
        return host.succeeds(broadcastQuery(name));
    }

    /** The addresses that a WINS server tells for a name, which must be found. */
    public List<String> byWins(LabHost server, String name) {
        return addresses(host.output(winsQuery(server, name)));
    }

    /** Whether a WINS server tells an address that nmblookup takes for one: not 0.0.0.0. */
    public boolean findsByWins(LabHost server, String name) {
        return host.succeeds(winsQuery(server, name));
    }

    /** The addresses that are found by asking at 255.255.255.255, for a name which must be found. */
    public List<String> byLimitedBroadcast(String name) {
        return addresses(host.output("nmblookup", "-s", "/dev/null", "-B", "255.255.255.255", "--", samba(name)));
    }

    private String[] broadcastQuery(String name) {
        return new String[] {"nmblookup", "-s", "/dev/null", "-B", host.broadcast(), "--", samba(name)};
    }

    private static String[] winsQuery(LabHost server, String name) {
        return new String[] {"nmblookup", "-s", "/dev/null", "-U", server.address(), "--recursion", "--", samba(name)};
    }

    /** {@code NAME#1c} for {@code NAME<1C>}. */
    private static String samba(String name) {
        return name.replaceFirst("<(\\p{XDigit}{2})>$", "#$1");
    }

    private static List<String> addresses(String output) {
        return FOUND.matcher(output).results().map(line -> line.group(1)).toList();
    }

    /**
     * The names that a host says it has, each as {@code LABGRP<1C> group H <ACTIVE>}; dots stand for what is not
     * printable.
     */
    public List<String> status(String address) {
        String output = host.output("nmblookup", "-s", "/dev/null", "-A", address);
        return STATUS.matcher(output).results().map(Nmblookup::entry).toList();
    }

    private static String entry(MatchResult line) {
        String name = line.group(1).strip() + "<" + line.group(2).toUpperCase(Locale.ROOT) + ">";
        String kind = line.group(3).equals("<GROUP>") ? "group" : "unique";
        return name + " " + kind + " " + line.group(4) + " " + line.group(5).strip();
    }
}
