package io.mailslot4j.protocol.netlogon;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.DnsName;
import io.mailslot4j.protocol.wire.Guid;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;
import java.util.Optional;
import java.util.UUID;

/**
 * NETLOGON_SAM_LOGON_RESPONSE_EX (MS-ADTS section 6.3.1.9): the extended answer to a {@link SamLogonRequest}, also that logons
 * are paused or the user is unknown.
 *
 * @param opcode what the answer is
 * @param sbz 0 to 65535: should be 0
 * @param flags what the domain controller offers
 * @param domainGuid the domain's
 * @param names where it is and what it is called
 * @param address its address
 * @param nextClosestSite the site that is closest but for its own
 * @param trailer the end
 * @param trailing octets behind the message, kept but without meaning
 */
public record SamLogonResponseEx(
        NetlogonOpcode opcode,
        int sbz,
        DsFlags flags,
        UUID domainGuid,
        Names names,
        Optional<SockAddr> address,
        Optional<DnsName> nextClosestSite,
        Trailer trailer,
        Octets trailing)
        implements NetlogonMessage {

    /** Checks the range. */
    public SamLogonResponseEx {
        Unsigned.check16(sbz, "reserved");
    }

    /**
     * Where a domain controller is and what it is called.
     *
     * @param forest the name of the forest
     * @param domain the name of the domain
     * @param host the name of the domain controller
     * @param netbiosDomain the NetBIOS name of the domain
     * @param netbiosComputer the NetBIOS name of the domain controller
     * @param user the user that was asked for
     * @param serverSite the site of the domain controller
     * @param clientSite the site of the one who asked
     */
    public record Names(
            DnsName forest,
            DnsName domain,
            DnsName host,
            DnsName netbiosDomain,
            DnsName netbiosComputer,
            DnsName user,
            DnsName serverSite,
            DnsName clientSite) {

        private static Names read(PacketReader in) {
            return new Names(
                    DnsName.read(in, "DNS forest name"),
                    DnsName.read(in, "DNS domain name"),
                    DnsName.read(in, "DNS host name"),
                    DnsName.read(in, "NetBIOS domain name"),
                    DnsName.read(in, "NetBIOS computer name"),
                    DnsName.read(in, "user name"),
                    DnsName.read(in, "DC site name"),
                    DnsName.read(in, "client site name"));
        }

        private void write(PacketWriter out) {
            forest.write(out);
            domain.write(out);
            host.write(out);
            netbiosDomain.write(out);
            netbiosComputer.write(out);
            user.write(out);
            serverSite.write(out);
            clientSite.write(out);
        }
    }

    static SamLogonResponseEx read(NetlogonOpcode opcode, PacketReader in) {
        int sbz = in.u16le("reserved");
        DsFlags flags = new DsFlags(in.i32le("flags"));
        UUID domainGuid = Guid.read(in, "domain GUID");
        Names names = Names.read(in);
        Optional<SockAddr> address = SockAddr.isNext(in) ? Optional.of(SockAddr.read(in)) : Optional.empty();
        boolean site = Trailer.isBehindMore(in, NtVersion.WITH_CLOSEST_SITE);
        return new SamLogonResponseEx(
                opcode,
                sbz,
                flags,
                domainGuid,
                names,
                address,
                site ? Optional.of(DnsName.read(in, "next closest site name")) : Optional.empty(),
                Trailer.read(in),
                in.rest());
    }

    @Override
    public void writeBody(PacketWriter out) {
        out.u16le(sbz).i32le(flags.bits());
        Guid.write(domainGuid, out);
        names.write(out);
        address.ifPresent(it -> it.write(out));
        nextClosestSite.ifPresent(it -> it.write(out));
        trailer.write(out);
        out.octets(trailing);
    }
}
