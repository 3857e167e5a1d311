package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Ipv4Address;

/** What came of asking for a name, or of telling that it is given up. */
sealed interface RegistrationOutcome {
    /** Nobody on our networks objects. */
    record Unopposed() implements RegistrationOutcome {}

    /** A WINS server says yes, for {@code ttl} seconds of unsigned 32 bits. */
    record Accepted(Ipv4Address server, int ttl) implements RegistrationOutcome {}

    /** Somebody says no. */
    record Refused(Ipv4Address by) implements RegistrationOutcome {}

    /** No WINS server answered, or there is none. */
    record Silence() implements RegistrationOutcome {}
}
