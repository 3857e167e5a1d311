package io.mailslot4j.testkit;

import io.mailslot4j.protocol.Octets;
import org.assertj.core.api.AbstractObjectAssert;

/**
 * What all assertions about packets can say.
 *
 * @param <S> the kind of assertion
 * @param <A> the kind of packet
 */
public abstract class PacketAssert<S extends PacketAssert<S, A>, A> extends AbstractObjectAssert<S, A> {
    PacketAssert(A actual, Class<S> self) {
        super(actual, self);
    }

    abstract Layers layers(A packet);

    /** It is as {@code expected} is, octet for octet. */
    public S isSamePacketAs(A expected) {
        isNotNull();
        layers(actual).difference(layers(expected)).ifPresent(this::failWithMessage);
        return myself;
    }

    /** On the wire it is this. */
    public S isOnWire(Octets expected) {
        isNotNull();
        layers(actual).difference(layers(actual).of(expected)).ifPresent(this::failWithMessage);
        return myself;
    }

    /** On the wire it is this, in hexadecimal digits; blanks and line ends between them do not count. */
    public S isOnWire(String hex) {
        return isOnWire(Octets.ofHex(hex.replaceAll("\\s", "")));
    }

    private void failWithMessage(String difference) {
        throw failure("%s", difference);
    }

    /** Fails unless two values are equal, and says what they are. */
    S same(String what, Object expected, Object found) {
        isNotNull();
        if (!expected.equals(found)) {
            throw failureWithActualExpected(
                    found, expected, "expected the %s%n  %s%nbut it is%n  %s", what, expected, found);
        }
        return myself;
    }
}
