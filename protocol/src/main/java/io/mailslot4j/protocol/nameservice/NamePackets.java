package io.mailslot4j.protocol.nameservice;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.RecordData.Addresses;
import io.mailslot4j.protocol.nameservice.RecordData.Owner;
import java.util.List;

/**
 * Makes the packets of the name service, each under the name that RFC 1002 section 4.2 gives it, with the flags that Samba
 * and Windows set.
 */
public final class NamePackets {
    /** Octets of the statistics in a node status (RFC 1002 section 4.2.18). */
    public static final int STATISTICS = 46;

    private static final int NONE = 0;
    private static final int AUTHORITATIVE = NameServiceFlags.RESPONSE | NameServiceFlags.AUTHORITATIVE;
    private static final int RECURSION = NameServiceFlags.RECURSION_DESIRED | NameServiceFlags.RECURSION_AVAILABLE;

    private NamePackets() {}

    /** NAME QUERY REQUEST, to everybody or to a name server (section 4.2.12). */
    public static NameServicePacket nameQueryRequest(int id, NetBiosName name, boolean broadcast) {
        int bits = NameServiceFlags.RECURSION_DESIRED | everybody(broadcast);
        return question(id, flags(Opcode.QUERY, bits, ResponseCode.SUCCESS), name, RecordType.NB);
    }

    /** NODE STATUS REQUEST (section 4.2.17). */
    public static NameServicePacket nodeStatusRequest(int id, NetBiosName name) {
        return question(id, flags(Opcode.QUERY, NONE, ResponseCode.SUCCESS), name, RecordType.NBSTAT);
    }

    /** NAME REGISTRATION REQUEST (section 4.2.2): may I have it? */
    public static NameServicePacket nameRegistrationRequest(
            int id, NetBiosName name, Owner owner, int ttl, boolean broadcast) {
        int bits = NameServiceFlags.RECURSION_DESIRED | everybody(broadcast);
        return claim(id, flags(Opcode.REGISTRATION, bits, ResponseCode.SUCCESS), name, owner, ttl);
    }

    /** MULTIHOMED NAME REGISTRATION REQUEST (MS-NBTE section 2.2.2): one of several addresses. */
    public static NameServicePacket multihomedNameRegistrationRequest(int id, NetBiosName name, Owner owner, int ttl) {
        int bits = NameServiceFlags.RECURSION_DESIRED;
        return claim(id, flags(Opcode.MULTIHOMED_REGISTRATION, bits, ResponseCode.SUCCESS), name, owner, ttl);
    }

    /** NAME OVERWRITE REQUEST, to everybody a DEMAND (section 4.2.3): it is mine. */
    public static NameServicePacket nameOverwriteRequest(
            int id, NetBiosName name, Owner owner, int ttl, boolean broadcast) {
        NameServiceFlags flags = flags(Opcode.REGISTRATION, everybody(broadcast), ResponseCode.SUCCESS);
        return claim(id, flags, name, owner, ttl);
    }

    /** NAME REFRESH REQUEST (section 4.2.4), with the opcode that Windows uses. */
    public static NameServicePacket nameRefreshRequest(int id, NetBiosName name, Owner owner, int ttl) {
        return claim(id, flags(Opcode.REFRESH, NONE, ResponseCode.SUCCESS), name, owner, ttl);
    }

    /** NAME RELEASE REQUEST, to everybody a DEMAND (section 4.2.9). */
    public static NameServicePacket nameReleaseRequest(int id, NetBiosName name, Owner owner, boolean broadcast) {
        return claim(id, flags(Opcode.RELEASE, everybody(broadcast), ResponseCode.SUCCESS), name, owner, 0);
    }

    /** POSITIVE NAME QUERY RESPONSE (section 4.2.13). */
    public static NameServicePacket positiveNameQueryResponse(int id, NetBiosName name, int ttl, List<Owner> owners) {
        return answer(
                id,
                flags(Opcode.QUERY, AUTHORITATIVE | RECURSION, ResponseCode.SUCCESS),
                name,
                RecordType.NB,
                ttl,
                new Addresses(owners));
    }

    /** NEGATIVE NAME QUERY RESPONSE of a host that is no name server (section 4.2.14), to a question without RD. */
    public static NameServicePacket negativeNameQueryResponse(int id, NetBiosName name) {
        return answer(
                id,
                flags(Opcode.QUERY, AUTHORITATIVE, ResponseCode.NAME_ERROR),
                name,
                RecordType.NULL,
                0,
                new RecordData.Opaque(Octets.EMPTY));
    }

    /**
     * POSITIVE or NEGATIVE NAME REGISTRATION RESPONSE (sections 4.2.5 and 4.2.6), to any kind of registration or refresh.
     *
     * @param code {@link ResponseCode#SUCCESS} for a positive one
     */
    public static NameServicePacket nameRegistrationResponse(
            int id, NetBiosName name, Owner owner, int ttl, ResponseCode code) {
        return answer(
                id,
                flags(Opcode.REGISTRATION, AUTHORITATIVE | RECURSION, code),
                name,
                RecordType.NB,
                ttl,
                new Addresses(List.of(owner)));
    }

    /** END-NODE CHALLENGE NAME REGISTRATION RESPONSE (section 4.2.7). */
    public static NameServicePacket endNodeChallenge(int id, NetBiosName name, Owner owner, int ttl) {
        return answer(
                id,
                flags(Opcode.REGISTRATION, AUTHORITATIVE | NameServiceFlags.RECURSION_DESIRED, ResponseCode.SUCCESS),
                name,
                RecordType.NB,
                ttl,
                new Addresses(List.of(owner)));
    }

    /** NAME CONFLICT DEMAND (section 4.2.8). */
    public static NameServicePacket nameConflictDemand(int id, NetBiosName name, Owner owner) {
        return nameRegistrationResponse(id, name, owner, 0, ResponseCode.CONFLICT);
    }

    /**
     * POSITIVE or NEGATIVE NAME RELEASE RESPONSE (sections 4.2.10 and 4.2.11).
     *
     * @param code {@link ResponseCode#SUCCESS} for a positive one
     */
    public static NameServicePacket nameReleaseResponse(int id, NetBiosName name, Owner owner, ResponseCode code) {
        return answer(
                id, flags(Opcode.RELEASE, AUTHORITATIVE, code), name, RecordType.NB, 0, new Addresses(List.of(owner)));
    }

    /**
     * WAIT FOR ACKNOWLEDGEMENT RESPONSE (section 4.2.16).
     *
     * @param seconds how long to wait
     * @param request the flags of the request that it is about
     */
    public static NameServicePacket waitForAcknowledgement(
            int id, NetBiosName name, int seconds, NameServiceFlags request) {
        byte[] flags = {(byte) (request.value() >> 8), (byte) request.value()};
        return answer(
                id,
                flags(Opcode.WACK, AUTHORITATIVE, ResponseCode.SUCCESS),
                name,
                RecordType.NB,
                seconds,
                new RecordData.Opaque(Octets.wrap(flags)));
    }

    /**
     * NODE STATUS RESPONSE (section 4.2.18). The statistics are zero, as Samba's, but for the hardware address.
     *
     * @param name what was asked for, which is most often {@code *}
     * @param truncated whether there are more names than fit
     * @param unitId UNIT_ID, six octets, or none
     */
    public static NameServicePacket nodeStatusResponse(
            int id, NetBiosName name, List<NodeName> names, boolean truncated, Octets unitId) {
        byte[] statistics = new byte[STATISTICS];
        unitId.copyTo(statistics, 0);
        int bits = AUTHORITATIVE | (truncated ? NameServiceFlags.TRUNCATED : NONE);
        return answer(
                id,
                flags(Opcode.QUERY, bits, ResponseCode.SUCCESS),
                name,
                RecordType.NBSTAT,
                0,
                new RecordData.NodeStatus(names, Octets.wrap(statistics)));
    }

    private static int everybody(boolean broadcast) {
        return broadcast ? NameServiceFlags.BROADCAST : NONE;
    }

    private static NameServiceFlags flags(Opcode opcode, int bits, ResponseCode code) {
        return NameServiceFlags.of(opcode, bits, code);
    }

    private static NameServicePacket question(int id, NameServiceFlags flags, NetBiosName name, RecordType type) {
        return NameServicePacket.of(id, flags, List.of(NameQuestion.of(name, type)), List.of(), List.of());
    }

    /** What speaks of one's own address has it in an additional record, whose name points to the question's. */
    private static NameServicePacket claim(int id, NameServiceFlags flags, NetBiosName name, Owner owner, int ttl) {
        ResourceRecord own = new ResourceRecord(
                NameField.sameAsQuestion(name),
                RecordType.NB,
                ResourceRecord.INTERNET,
                ttl,
                new Addresses(List.of(owner)));
        List<NameQuestion> questions = List.of(NameQuestion.of(name, RecordType.NB));
        return NameServicePacket.of(id, flags, questions, List.of(), List.of(own));
    }

    private static NameServicePacket answer(
            int id, NameServiceFlags flags, NetBiosName name, RecordType type, int ttl, RecordData data) {
        ResourceRecord record = new ResourceRecord(NameField.of(name), type, ResourceRecord.INTERNET, ttl, data);
        return NameServicePacket.of(id, flags, List.of(), List.of(record), List.of());
    }
}
