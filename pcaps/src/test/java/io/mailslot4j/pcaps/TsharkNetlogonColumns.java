package io.mailslot4j.pcaps;

import static io.mailslot4j.pcaps.TsharkText.decimal;
import static io.mailslot4j.pcaps.TsharkText.hex;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.netlogon.AccountUpdate;
import io.mailslot4j.protocol.netlogon.DatabaseChange;
import io.mailslot4j.protocol.netlogon.Interrogation;
import io.mailslot4j.protocol.netlogon.LanmanQuery;
import io.mailslot4j.protocol.netlogon.LanmanStatus;
import io.mailslot4j.protocol.netlogon.LogonRequest;
import io.mailslot4j.protocol.netlogon.LogonResponse;
import io.mailslot4j.protocol.netlogon.LogonResponse2;
import io.mailslot4j.protocol.netlogon.NetlogonMessage;
import io.mailslot4j.protocol.netlogon.NoUser;
import io.mailslot4j.protocol.netlogon.PrimaryQuery;
import io.mailslot4j.protocol.netlogon.PrimaryResponse;
import io.mailslot4j.protocol.netlogon.SamLogonRequest;
import io.mailslot4j.protocol.netlogon.SamLogonResponse;
import io.mailslot4j.protocol.netlogon.SamLogonResponseEx;
import io.mailslot4j.protocol.netlogon.SockAddr;
import io.mailslot4j.protocol.netlogon.Trailer;
import io.mailslot4j.protocol.text.DnsName;
import io.mailslot4j.protocol.wire.Guid;
import io.mailslot4j.protocol.wire.PacketWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What we see in the payloads of the netlogon family, in the columns of tshark and in its spelling. */
final class TsharkNetlogonColumns {
    private static final List<String> COLUMNS = List.of(
            "smb_netlogon.command",
            "smb_netlogon.request_count",
            "smb_netlogon.computer_name",
            "smb_netlogon.unicode_computer_name",
            "smb_netlogon.user_name",
            "smb_netlogon.mailslot_name",
            "smb_netlogon.flags",
            "smb_netlogon.domain_sid_size",
            "smb_netlogon.server_name",
            "smb_netlogon.domain_name",
            "smb_netlogon.pdc_name",
            "smb_netlogon.unicode_pdc_name",
            "smb_netlogon.script_name",
            "smb_netlogon.domain.guid",
            "smb_netlogon.domain_dns_name",
            "smb_netlogon.forest_dns_name",
            "smb_netlogon.server_dns_name",
            "smb_netlogon.server_site_name",
            "smb_netlogon.client_site_name",
            "smb_netlogon.server_ip",
            "smb_netlogon.nt_version",
            "smb_netlogon.lmnt_token",
            "smb_netlogon.lm_token");

    private final Map<String, String> values = new LinkedHashMap<>();

    private TsharkNetlogonColumns() {
        COLUMNS.forEach(column -> values.put(column, ""));
    }

    static Map<String, String> of(NetlogonMessage message) {
        TsharkNetlogonColumns columns = new TsharkNetlogonColumns();
        // tshark takes the opcode for one octet, and leaves the next out.
        columns.put("command", hex(2, message.opcode().value() & 0xFF));
        columns.add(message);
        return columns.values;
    }

    private void add(NetlogonMessage message) {
        if (message instanceof SamLogonRequest request) {
            samLogonRequest(request);
        } else if (message instanceof SamLogonResponse response) {
            put("server_name", response.server());
            put("user_name", response.user());
            put("domain_name", response.domain());
            trailer(response.trailer());
        } else if (message instanceof SamLogonResponseEx response) {
            extended(response);
        } else if (message instanceof PrimaryQuery query) {
            primaryQuery(query);
        } else if (message instanceof PrimaryResponse response) {
            put("pdc_name", response.pdc());
            response.nt().ifPresent(nt -> {
                put("unicode_pdc_name", nt.pdc());
                put("domain_name", nt.domain());
                trailer(nt.trailer());
            });
        } else {
            addOld(message);
        }
    }

    private void samLogonRequest(SamLogonRequest request) {
        put("request_count", decimal(request.requestCount()));
        put("unicode_computer_name", request.computer());
        put("user_name", request.user());
        put("mailslot_name", request.replySlot());
        put("flags", hex(8, request.allowableAccounts()));
        put("domain_sid_size", decimal(request.domainSid().octets().size()));
        trailer(request.trailer());
    }

    private void extended(SamLogonResponseEx response) {
        put("domain.guid", guid(response.domainGuid()));
        put("forest_dns_name", response.names().forest());
        put("domain_dns_name", response.names().domain());
        put("server_dns_name", response.names().host());
        put("domain_name", response.names().netbiosDomain());
        put("server_name", response.names().netbiosComputer());
        put("user_name", rootIfEmpty(response.names().user()));
        put("server_site_name", response.names().serverSite());
        put("client_site_name", response.names().clientSite());
        put(
                "server_ip",
                response.address().map(SockAddr::address).map(Object::toString).orElse(""));
        trailer(response.trailer());
    }

    private void primaryQuery(PrimaryQuery query) {
        put("computer_name", query.computer());
        put("mailslot_name", query.replySlot());
        query.nt().ifPresent(nt -> {
            put("unicode_computer_name", nt.computer());
            trailer(nt.trailer());
        });
    }

    private void addOld(NetlogonMessage message) {
        if (message instanceof LogonRequest request) {
            put("computer_name", request.computer());
            put("user_name", request.user());
            put("mailslot_name", request.replySlot());
            put("request_count", decimal(request.requestCount()));
            tokens(request.lmNtToken(), request.lm20Token());
        } else if (message instanceof LogonResponse response) {
            put("user_name", response.user());
            put("script_name", response.script());
        } else if (message instanceof LogonResponse2 response) {
            put("server_name", response.server());
            put("lm_token", hex(4, response.lm20Token()));
        } else if (message instanceof LanmanQuery query) {
            put("computer_name", query.computer());
            put("mailslot_name", query.slot());
            put("nt_version", decimal(query.version()));
            put("lm_token", hex(4, query.lmToken()));
        } else if (message instanceof Interrogation answer) {
            put("nt_version", Integer.toUnsignedString(answer.version().bits()));
            put("lm_token", hex(4, answer.lmToken()));
        } else if (message instanceof LanmanStatus status) {
            put("nt_version", Integer.toUnsignedString(status.version().bits()));
            put("lm_token", hex(4, status.lmToken()));
        } else if (message instanceof NoUser nobody) {
            put("computer_name", nobody.computer());
        } else if (message instanceof DatabaseChange change) {
            databaseChange(change);
        } else if (message instanceof AccountUpdate update) {
            put("computer_name", update.computer());
            put("user_name", update.user());
            put("nt_version", Integer.toUnsignedString(update.version().bits()));
            put("lm_token", hex(4, update.lmToken()));
        }
    }

    private void databaseChange(DatabaseChange change) {
        put("pdc_name", change.pdc());
        put("unicode_pdc_name", change.unicodePdc());
        put("domain_name", change.domain() + "|" + change.unicodeDomain());
        put("domain_sid_size", decimal(change.domainSid().octets().size()));
        trailer(change.trailer());
    }

    private static String rootIfEmpty(DnsName name) {
        return name.labels().isEmpty() ? "<Root>" : name.toString();
    }

    private void trailer(Trailer trailer) {
        put("nt_version", Integer.toUnsignedString(trailer.version().bits()));
        tokens(trailer.lmNtToken(), trailer.lm20Token());
    }

    /** Where LmNtToken is not 0xFFFF, tshark calls it otherwise. */
    private void tokens(int lmNt, int lm20) {
        put("lm_token", hex(4, lm20));
        switch (lmNt) {
            case 0xFFFF -> put("lmnt_token", hex(4, lmNt));
            case 1 -> put("nt_version", decimal(lmNt));
            default -> put("lm_token", hex(4, lmNt) + "|" + hex(4, lm20));
        }
    }

    private static String guid(UUID guid) {
        PacketWriter out = new PacketWriter(16);
        Guid.write(guid, out);
        Octets octets = out.done();
        return octets.toHex();
    }

    private void put(String column, Object value) {
        if (values.put("smb_netlogon." + column, value.toString()) == null) {
            throw new AssertionError(column + " is no column");
        }
    }
}
