package io.mailslot4j.interop.peer;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.Payload;
import io.mailslot4j.protocol.browser.BecomeBackup;
import io.mailslot4j.protocol.browser.LanmanAnnouncementRequest;
import io.mailslot4j.protocol.browser.MasterAnnouncement;
import io.mailslot4j.protocol.browser.ResetStateRequest;
import io.mailslot4j.protocol.datagram.DatagramFlags;
import io.mailslot4j.protocol.datagram.DatagramHeader;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.locator.LookupQuery;
import io.mailslot4j.protocol.locator.LookupReply;
import io.mailslot4j.protocol.locator.MasterQuery;
import io.mailslot4j.protocol.locator.MasterReply;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.messenger.MessengerMessage;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.name.NetBiosNameEncoding;
import io.mailslot4j.protocol.nameservice.NameField;
import io.mailslot4j.protocol.nameservice.NamePackets;
import io.mailslot4j.protocol.nameservice.NameServiceFlags;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NbFlags;
import io.mailslot4j.protocol.nameservice.Opcode;
import io.mailslot4j.protocol.nameservice.RecordData;
import io.mailslot4j.protocol.nameservice.RecordType;
import io.mailslot4j.protocol.nameservice.ResourceRecord;
import io.mailslot4j.protocol.nameservice.ResponseCode;
import io.mailslot4j.protocol.netlogon.AccountUpdate;
import io.mailslot4j.protocol.netlogon.DatabaseChange;
import io.mailslot4j.protocol.netlogon.DsFlags;
import io.mailslot4j.protocol.netlogon.Interrogation;
import io.mailslot4j.protocol.netlogon.LanmanQuery;
import io.mailslot4j.protocol.netlogon.LanmanStatus;
import io.mailslot4j.protocol.netlogon.LogonResponse;
import io.mailslot4j.protocol.netlogon.NetlogonOpcode;
import io.mailslot4j.protocol.netlogon.NoUser;
import io.mailslot4j.protocol.netlogon.NtVersion;
import io.mailslot4j.protocol.netlogon.PrimaryResponse;
import io.mailslot4j.protocol.netlogon.SamLogonResponse;
import io.mailslot4j.protocol.netlogon.SamLogonResponseEx;
import io.mailslot4j.protocol.netlogon.Sid;
import io.mailslot4j.protocol.netlogon.SockAddr;
import io.mailslot4j.protocol.netlogon.Trailer;
import io.mailslot4j.protocol.netlogon.UnknownNetlogonMessage;
import io.mailslot4j.protocol.text.DnsName;
import io.mailslot4j.protocol.text.FixedUnicode;
import io.mailslot4j.protocol.text.OemText;
import io.mailslot4j.protocol.text.UnicodeText;
import io.mailslot4j.protocol.wire.PacketWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** A message of each kind that none of the programs here sends of its own: written by us, with made-up content. */
public final class EveryKind {
    private static final String BROWSE = "BROWSE";
    private static final String LANMAN = "LANMAN";
    private static final String NETLOGON = "NET\\NETLOGON";
    private static final Ipv4Address HERE = Ipv4Address.parse("10.77.0.30");
    private static final UUID GUID = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    private static final int TOKEN = 0xFFFF;
    private static final int TTL = 300_000;

    private EveryKind() {}

    /** The datagrams, in order. */
    public static List<Octets> datagrams() {
        List<Octets> all = new ArrayList<>();
        add(all, BROWSE, new BecomeBackup(OemText.of("JAVABOX"), Octets.EMPTY));
        add(all, BROWSE, new MasterAnnouncement(OemText.of("JAVABOX"), Octets.EMPTY));
        add(all, BROWSE, new ResetStateRequest(ResetStateRequest.CLEAR_ALL, Octets.EMPTY));
        add(all, LANMAN, new LanmanAnnouncementRequest(Octets.EMPTY));
        add(all, "MESSNGR", MessengerMessage.of("JAVABOX", "MEMBER1", "The printer is on fire."));
        locator().forEach((slot, payload) -> add(all, slot, payload));
        netlogon().forEach(payload -> add(all, NETLOGON, payload));
        add(all, "NET\\GETDC999", new UnknownNetlogonMessage(new NetlogonOpcode(0x16), Octets.zeros(8)));
        return all;
    }

    private static Map<String, Payload> locator() {
        FixedUnicode here = FixedUnicode.of("\\\\JAVABOX", 18);
        Map<String, Payload> all = new LinkedHashMap<>();
        all.put(
                "RpcLoc_s",
                new LookupQuery(
                        GUID,
                        1,
                        0,
                        new UUID(0, 0),
                        FixedUnicode.of("\\\\JAVABOX", 20),
                        FixedUnicode.of("/.:/printers", 100),
                        Octets.EMPTY));
        all.put("RpcLoc_c", new LookupReply(FixedUnicode.of("JAVAGRP", 20), Octets.zeros(4)));
        all.put("Resp_s", new MasterQuery(0, 0, here, Octets.EMPTY));
        all.put("Resp_c", new MasterReply(0, 0, 3600, here, Octets.EMPTY));
        return all;
    }

    private static List<Payload> netlogon() {
        OemText computer = OemText.of("JAVABOX");
        OemText slot = OemText.of("\\MAILSLOT\\NET\\GETDC0");
        NtVersion version = new NtVersion(NtVersion.V1);
        List<Payload> all = new ArrayList<>();
        all.add(new LogonResponse(OemText.of("user"), OemText.of("LOGON.BAT"), Octets.EMPTY));
        IntStream.rangeClosed(0x02, 0x05)
                .forEach(opcode ->
                        all.add(new LanmanQuery(new NetlogonOpcode(opcode), computer, slot, 0, TOKEN, Octets.EMPTY)));
        all.add(new PrimaryResponse(
                new NetlogonOpcode(0x08),
                computer,
                Optional.of(new PrimaryResponse.Nt(
                        Octets.EMPTY,
                        UnicodeText.of("JAVABOX"),
                        UnicodeText.of("JAVAGRP"),
                        Octets.EMPTY,
                        Trailer.of(NtVersion.V1))),
                Octets.EMPTY));
        for (int opcode : new int[] {0x09, 0x0F, 0x10}) {
            all.add(new LanmanStatus(new NetlogonOpcode(opcode), version, TOKEN, Octets.EMPTY));
        }
        all.add(new DatabaseChange(
                7,
                1_700_000_000,
                300,
                1,
                computer,
                OemText.of("JAVAGRP"),
                Octets.EMPTY,
                UnicodeText.of("JAVABOX"),
                UnicodeText.of("JAVAGRP"),
                List.of(new DatabaseChange.Database(0, 7, 0x01DA_0000_0000_0000L)),
                Sid.NONE,
                Trailer.of(NtVersion.V1),
                Octets.EMPTY));
        all.add(new NoUser(computer, Octets.EMPTY));
        for (int opcode : new int[] {0x0D, 0x0E}) {
            all.add(new Interrogation(new NetlogonOpcode(opcode), 4, 0, 1, version, TOKEN, Octets.EMPTY));
        }
        all.add(new AccountUpdate(1, 1_700_000_000, computer, OemText.of("user"), 1, version, TOKEN, Octets.EMPTY));
        all.add(new SamLogonResponse(
                new NetlogonOpcode(0x14),
                UnicodeText.of("\\\\JAVABOX"),
                UnicodeText.of("user"),
                UnicodeText.of("JAVAGRP"),
                Optional.empty(),
                Trailer.of(NtVersion.V1),
                Octets.EMPTY));
        for (int opcode : new int[] {0x18, 0x19}) {
            all.add(ex(opcode));
        }
        return all;
    }

    private static SamLogonResponseEx ex(int opcode) {
        return new SamLogonResponseEx(
                new NetlogonOpcode(opcode),
                0,
                new DsFlags(DsFlags.DS | DsFlags.LDAP),
                GUID,
                new SamLogonResponseEx.Names(
                        DnsName.of("java.example"),
                        DnsName.of("java.example"),
                        DnsName.of("javabox.java.example"),
                        DnsName.of("JAVAGRP"),
                        DnsName.of("JAVABOX"),
                        DnsName.of("user"),
                        DnsName.of("Here"),
                        DnsName.of("There")),
                Optional.of(SockAddr.of(HERE)),
                Optional.empty(),
                Trailer.of(NtVersion.V1 | NtVersion.V5EX | NtVersion.V5EX_WITH_IP),
                Octets.EMPTY);
    }

    private static void add(List<Octets> all, String slot, Payload payload) {
        MailslotWrite write = MailslotWrite.of(MailslotWrite.PREFIX + slot, payload.encode());
        DatagramHeader header = new DatagramHeader(
                DatagramType.DIRECT_UNIQUE, DatagramFlags.whole(NodeType.B), all.size() + 1, HERE, 138);
        DatagramMessage datagram = NetBiosDatagram.of(header, name("JAVABOX"), name("MEMBER1"), write.encode());
        all.add(datagram.encode());
    }

    private static NetBiosName name(String text) {
        return NetBiosName.of(text, NameSuffix.WORKSTATION);
    }

    private static Octets encoded(NetBiosName name) {
        PacketWriter out = new PacketWriter(NetBiosNameEncoding.length(name));
        NetBiosNameEncoding.write(name, out);
        return out.done();
    }

    /** The packets of the name service, in order. */
    public static List<Octets> namePackets() {
        RecordData.Owner owner = new RecordData.Owner(NbFlags.of(false, NodeType.B), HERE);
        NetBiosName name = name("JAVABOX");
        NetBiosName server = name("NAMESERVER");
        NameServiceFlags redirect = NameServiceFlags.of(
                Opcode.QUERY, NameServiceFlags.RESPONSE | NameServiceFlags.RECURSION_DESIRED, ResponseCode.SUCCESS);
        ResourceRecord authority = new ResourceRecord(
                NameField.of(name),
                RecordType.NS,
                ResourceRecord.INTERNET,
                TTL,
                new RecordData.Opaque(encoded(server)));
        ResourceRecord address = new ResourceRecord(
                NameField.of(server),
                RecordType.A,
                ResourceRecord.INTERNET,
                TTL,
                new RecordData.Opaque(Octets.wrap(HERE.toOctets())));
        return List.of(
                NamePackets.endNodeChallenge(1, name, owner, TTL).encode(),
                NamePackets.nameConflictDemand(2, name, owner).encode(),
                new NameServicePacket(
                                3,
                                redirect,
                                List.of(),
                                List.of(),
                                List.of(authority),
                                List.of(address),
                                false,
                                Octets.EMPTY)
                        .encode());
    }
}
