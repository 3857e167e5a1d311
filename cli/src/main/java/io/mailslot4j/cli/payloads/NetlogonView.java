package io.mailslot4j.cli.payloads;

import io.mailslot4j.cli.output.Json;
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
import io.mailslot4j.protocol.netlogon.NtVersion;
import io.mailslot4j.protocol.netlogon.PrimaryQuery;
import io.mailslot4j.protocol.netlogon.PrimaryResponse;
import io.mailslot4j.protocol.netlogon.SamLogonRequest;
import io.mailslot4j.protocol.netlogon.SamLogonResponse;
import io.mailslot4j.protocol.netlogon.SamLogonResponseEx;
import io.mailslot4j.protocol.netlogon.UnknownNetlogonMessage;

/** Messages of the netlogon family, for programs. */
final class NetlogonView {
    private NetlogonView() {}

    static Json json(NetlogonMessage message) {
        Json json = new Json()
                .put("type", PayloadType.of(message))
                .put("opcode", message.opcode().value());
        if (message instanceof PrimaryQuery query) {
            json.put("computer", query.computer().toString())
                    .put("replySlot", query.replySlot().toString());
            query.nt().ifPresent(nt -> version(json, nt.trailer().version()));
        } else if (message instanceof PrimaryResponse response) {
            json.put("pdc", response.pdc().toString());
            response.nt()
                    .ifPresent(nt -> version(
                            json.put("domain", nt.domain().toString()),
                            nt.trailer().version()));
        } else if (message instanceof SamLogonRequest request) {
            samLogonRequest(json, request);
        } else if (message instanceof SamLogonResponse response) {
            samLogonResponse(json, response);
        } else if (message instanceof SamLogonResponseEx response) {
            extended(json, response);
        } else if (message instanceof DatabaseChange change) {
            version(
                    json.put("pdc", change.pdc().toString())
                            .put("domain", change.domain().toString())
                            .put("databases", change.databases().size())
                            .put("domainSid", change.domainSid().toString()),
                    change.trailer().version());
        } else {
            old(json, message);
        }
        return json;
    }

    private static void samLogonRequest(Json json, SamLogonRequest request) {
        json.put("computer", request.computer().toString())
                .put("user", request.user().toString())
                .put("replySlot", request.replySlot().toString())
                .put("requestCount", request.requestCount())
                .put("allowableAccounts", Integer.toUnsignedLong(request.allowableAccounts()));
        if (!request.domainSid().octets().isEmpty()) {
            json.put("domainSid", request.domainSid().toString());
        }
        version(json, request.trailer().version());
    }

    private static void samLogonResponse(Json json, SamLogonResponse response) {
        json.put("server", response.server().toString())
                .put("user", response.user().toString())
                .put("domain", response.domain().toString());
        response.directory()
                .ifPresent(directory -> json.put(
                                "domainGuid", directory.domainGuid().toString())
                        .put("dnsForest", directory.forest().toString())
                        .put("dnsDomain", directory.domain().toString())
                        .put("dnsHost", directory.host().toString())
                        .put("flags", directory.flags().names()));
        version(json, response.trailer().version());
    }

    private static void extended(Json json, SamLogonResponseEx response) {
        SamLogonResponseEx.Names names = response.names();
        json.put("server", names.netbiosComputer().toString())
                .put("user", names.user().toString())
                .put("domain", names.netbiosDomain().toString())
                .put("domainGuid", response.domainGuid().toString())
                .put("dnsForest", names.forest().toString())
                .put("dnsDomain", names.domain().toString())
                .put("dnsHost", names.host().toString())
                .put("serverSite", names.serverSite().toString())
                .put("clientSite", names.clientSite().toString())
                .put("flags", response.flags().names());
        response.address().ifPresent(it -> json.put("address", it.address().toString()));
        response.nextClosestSite().ifPresent(site -> json.put("nextClosestSite", site.toString()));
        version(json, response.trailer().version());
    }

    /** What LAN Manager has. */
    private static void old(Json json, NetlogonMessage message) {
        if (message instanceof LogonRequest request) {
            json.put("computer", request.computer().toString())
                    .put("user", request.user().toString())
                    .put("replySlot", request.replySlot().toString())
                    .put("requestCount", request.requestCount());
        } else if (message instanceof LogonResponse response) {
            json.put("user", response.user().toString())
                    .put("script", response.script().toString());
        } else if (message instanceof LogonResponse2 response) {
            json.put("server", response.server().toString());
        } else if (message instanceof LanmanQuery query) {
            json.put("computer", query.computer().toString())
                    .put("replySlot", query.slot().toString());
        } else if (message instanceof NoUser nobody) {
            json.put("computer", nobody.computer().toString());
        } else if (message instanceof AccountUpdate update) {
            version(
                    json.put("computer", update.computer().toString())
                            .put("user", update.user().toString()),
                    update.version());
        } else if (message instanceof Interrogation answer) {
            version(json.put("osVersion", answer.major() + "." + answer.minor()), answer.version());
        } else if (message instanceof LanmanStatus status) {
            version(json, status.version());
        } else if (!(message instanceof UnknownNetlogonMessage)) {
            throw new AssertionError(message.getClass());
        }
    }

    private static void version(Json json, NtVersion version) {
        json.put("ntVersion", Integer.toUnsignedLong(version.bits())).put("ntVersionBits", version.names());
    }
}
