package io.mailslot4j.protocol.netlogon;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.DnsName;
import io.mailslot4j.protocol.text.UnicodeText;
import io.mailslot4j.protocol.wire.Guid;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import java.util.Optional;
import java.util.UUID;

/**
 * The answer to a {@link SamLogonRequest}, also that logons are paused or the user is unknown: NETLOGON_SAM_LOGON_RESPONSE_NT40
 * (MS-ADTS section 6.3.1.7), or with a directory NETLOGON_SAM_LOGON_RESPONSE (section 6.3.1.8).
 *
 * @param opcode what the answer is
 * @param server the domain controller, such as {@code \\NAME}
 * @param user the user that was asked for
 * @param domain its domain
 * @param directory what a domain controller with a directory adds
 * @param trailer the end
 * @param trailing octets behind the message, kept but without meaning
 */
public record SamLogonResponse(
        NetlogonOpcode opcode,
        UnicodeText server,
        UnicodeText user,
        UnicodeText domain,
        Optional<Directory> directory,
        Trailer trailer,
        Octets trailing)
        implements NetlogonMessage {

    /**
     * What a domain controller with a directory adds.
     *
     * @param domainGuid the domain's
     * @param nullGuid zeros
     * @param forest the name of the forest
     * @param domain the name of the domain
     * @param host the name of the domain controller
     * @param address four octets: its address, in network order from Windows, the other way round from Samba
     * @param flags what it offers
     */
    public record Directory(
            UUID domainGuid,
            UUID nullGuid,
            DnsName forest,
            DnsName domain,
            DnsName host,
            Octets address,
            DsFlags flags) {
        private static final int ADDRESS = 4;

        /** Checks the size. */
        public Directory {
            if (address.size() != ADDRESS) {
                throw new IllegalArgumentException("an address of " + address.size() + " octets");
            }
        }

        private static Directory read(PacketReader in) {
            return new Directory(
                    Guid.read(in, "domain GUID"),
                    Guid.read(in, "null GUID"),
                    DnsName.read(in, "DNS forest name"),
                    DnsName.read(in, "DNS domain name"),
                    DnsName.read(in, "DNS host name"),
                    in.octets(ADDRESS, "DC address"),
                    new DsFlags(in.i32le("flags")));
        }

        private void write(PacketWriter out) {
            Guid.write(domainGuid, out);
            Guid.write(nullGuid, out);
            forest.write(out);
            domain.write(out);
            host.write(out);
            out.octets(address).i32le(flags.bits());
        }
    }

    static SamLogonResponse read(NetlogonOpcode opcode, PacketReader in) {
        UnicodeText server = UnicodeText.read(in, "server name");
        UnicodeText user = UnicodeText.read(in, "user name");
        UnicodeText domain = UnicodeText.read(in, "domain name");
        boolean more = Trailer.isBehindMore(in, NtVersion.V5);
        return new SamLogonResponse(
                opcode,
                server,
                user,
                domain,
                more ? Optional.of(Directory.read(in)) : Optional.empty(),
                Trailer.read(in),
                in.rest());
    }

    @Override
    public void writeBody(PacketWriter out) {
        server.write(out);
        user.write(out);
        domain.write(out);
        directory.ifPresent(more -> more.write(out));
        trailer.write(out);
        out.octets(trailing);
    }
}
