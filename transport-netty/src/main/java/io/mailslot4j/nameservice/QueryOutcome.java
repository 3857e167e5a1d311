package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.ResponseCode;
import java.net.InetSocketAddress;
import java.util.List;

/** What came of a question put to the network. */
sealed interface QueryOutcome {
    /** Positive answers, in the order they came. */
    record Answered(List<Answer> answers) implements QueryOutcome {}

    /** The one who was asked says no. */
    record Refused(ResponseCode code) implements QueryOutcome {}

    /** The question could not leave this host. */
    record Unsent(String why) implements QueryOutcome {}

    /** Nobody answered in time. */
    record Silence(int asked) implements QueryOutcome {}

    /** A positive answer, and who gave it. */
    record Answer(NameServicePacket packet, InetSocketAddress from) {}
}
