package io.mailslot4j.protocol.nameservice;

import java.util.Locale;

/** What a packet of the name service is (RFC 1002 sections 4.2.2 to 4.2.18, MS-NBTE section 2.2.2). */
public enum NameServicePacketKind {
    /** Where is this name? */
    NAME_QUERY_REQUEST,
    /** There. */
    POSITIVE_NAME_QUERY_RESPONSE,
    /** Nowhere. */
    NEGATIVE_NAME_QUERY_RESPONSE,
    /** Ask another name server. */
    REDIRECT_NAME_QUERY_RESPONSE,
    /** May I have this name? */
    NAME_REGISTRATION_REQUEST,
    /** May I have it, with several addresses? */
    MULTIHOMED_NAME_REGISTRATION_REQUEST,
    /** It is mine now. */
    NAME_OVERWRITE_REQUEST,
    /** I still have it. */
    NAME_REFRESH_REQUEST,
    /** You have it. */
    POSITIVE_NAME_REGISTRATION_RESPONSE,
    /** You cannot have it. */
    NEGATIVE_NAME_REGISTRATION_RESPONSE,
    /** You can have it if you find the owner gone. */
    END_NODE_CHALLENGE_REGISTRATION_RESPONSE,
    /** Stop using it: several have it. */
    NAME_CONFLICT_DEMAND,
    /** I give it up. */
    NAME_RELEASE_REQUEST,
    /** It is given up. */
    POSITIVE_NAME_RELEASE_RESPONSE,
    /** It is not yours to give up. */
    NEGATIVE_NAME_RELEASE_RESPONSE,
    /** Wait: I must look. */
    WAIT_FOR_ACKNOWLEDGEMENT,
    /** What names have you? */
    NODE_STATUS_REQUEST,
    /** These. */
    NODE_STATUS_RESPONSE,
    /** None of those. */
    UNKNOWN;

    static NameServicePacketKind of(NameServicePacket packet) {
        Opcode opcode = packet.flags().opcode();
        if (packet.flags().response()) {
            return response(packet, opcode);
        }
        boolean demand = !packet.flags().has(NameServiceFlags.RECURSION_DESIRED);
        return switch (opcode.value()) {
            case 0 -> asksForStatus(packet) ? NODE_STATUS_REQUEST : NAME_QUERY_REQUEST;
            case 5 -> demand ? NAME_OVERWRITE_REQUEST : NAME_REGISTRATION_REQUEST;
            case 6 -> NAME_RELEASE_REQUEST;
            case 8, 9 -> NAME_REFRESH_REQUEST;
            case 15 -> MULTIHOMED_NAME_REGISTRATION_REQUEST;
            default -> UNKNOWN;
        };
    }

    private static NameServicePacketKind response(NameServicePacket packet, Opcode opcode) {
        boolean good = packet.flags().code().equals(ResponseCode.SUCCESS);
        return switch (opcode.value()) {
            case 0 -> answer(packet, good);
            case 5, 8, 9, 15 -> registered(packet, good);
            case 6 -> good ? POSITIVE_NAME_RELEASE_RESPONSE : NEGATIVE_NAME_RELEASE_RESPONSE;
            case 7 -> WAIT_FOR_ACKNOWLEDGEMENT;
            default -> UNKNOWN;
        };
    }

    private static NameServicePacketKind answer(NameServicePacket packet, boolean good) {
        if (!good) {
            return NEGATIVE_NAME_QUERY_RESPONSE;
        }
        if (packet.answers().isEmpty()) {
            return packet.authorities().isEmpty() ? UNKNOWN : REDIRECT_NAME_QUERY_RESPONSE;
        }
        return packet.answers().get(0).type().equals(RecordType.NBSTAT)
                ? NODE_STATUS_RESPONSE
                : POSITIVE_NAME_QUERY_RESPONSE;
    }

    private static NameServicePacketKind registered(NameServicePacket packet, boolean good) {
        if (good) {
            return packet.flags().has(NameServiceFlags.RECURSION_AVAILABLE)
                    ? POSITIVE_NAME_REGISTRATION_RESPONSE
                    : END_NODE_CHALLENGE_REGISTRATION_RESPONSE;
        }
        return packet.flags().code().equals(ResponseCode.CONFLICT)
                ? NAME_CONFLICT_DEMAND
                : NEGATIVE_NAME_REGISTRATION_RESPONSE;
    }

    private static boolean asksForStatus(NameServicePacket packet) {
        return !packet.questions().isEmpty() && packet.questions().get(0).type().equals(RecordType.NBSTAT);
    }

    /** In lower case with hyphens, such as {@code name-query-request}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
