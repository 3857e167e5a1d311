package io.mailslot4j.testkit;

import io.mailslot4j.protocol.Payload;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;

/** About what a mailslot write carries. */
public final class PayloadAssert extends PacketAssert<PayloadAssert, Payload> {
    PayloadAssert(Payload actual) {
        super(actual, PayloadAssert.class);
    }

    @Override
    Layers layers(Payload packet) {
        return Layers.ofPayload(packet);
    }

    /** It is of this kind, and has what {@code requirements} ask for. */
    public <T extends Payload> PayloadAssert is(Class<T> type, Consumer<T> requirements) {
        isInstanceOf(type);
        requirements.accept(type.cast(actual));
        return this;
    }

    /** It says this, as text in UTF-8. */
    public PayloadAssert isText(String expected) {
        Assertions.assertThat(actual.encode().text(StandardCharsets.UTF_8))
                .as("payload")
                .isEqualTo(expected);
        return this;
    }
}
