package io.mailslot4j.benchmarks;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramFlags;
import io.mailslot4j.protocol.datagram.DatagramHeader;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.nio.charset.StandardCharsets;

/** The datagrams that everything is measured with: a mailslot write as Windows sends it. */
public final class Samples {
    /** Octets of payload that make a datagram of 300 octets. */
    public static final int USUAL = 130;
    /** Octets of payload that make a datagram of 594 octets, the longest that Windows sends to this slot. */
    public static final int LONGEST = 424;
    /** Who receives. */
    public static final String RECEIVER = "RECEIVER";
    /** The group of the receiver. */
    public static final String GROUP = "BENCHGRP";
    /** The slot. */
    public static final String SLOT = "LISTENER";

    private Samples() {}

    /** A datagram to one computer. */
    public static NetBiosDatagram unique(int payload) {
        return datagram(DatagramType.DIRECT_UNIQUE, RECEIVER, SLOT, payload);
    }

    /** A datagram to a group. */
    public static NetBiosDatagram group(int payload) {
        return datagram(DatagramType.DIRECT_GROUP, GROUP, SLOT, payload);
    }

    private static NetBiosDatagram datagram(DatagramType type, String destination, String slot, int payload) {
        Octets text = Octets.wrap("x".repeat(payload).getBytes(StandardCharsets.US_ASCII));
        return NetBiosDatagram.of(
                new DatagramHeader(type, DatagramFlags.whole(NodeType.H), 1, Ipv4Address.parse("127.0.0.1"), 138),
                NetBiosName.of("SENDER", NameSuffix.WORKSTATION),
                NetBiosName.of(destination, NameSuffix.WORKSTATION),
                MailslotWrite.of(MailslotWrite.PREFIX + slot, text).encode());
    }
}
