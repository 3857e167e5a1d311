package io.mailslot4j.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Payload;
import io.mailslot4j.protocol.browser.BrowserMessage;
import io.mailslot4j.protocol.browser.UnknownBrowserMessage;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.locator.LookupQuery;
import io.mailslot4j.protocol.locator.LookupReply;
import io.mailslot4j.protocol.locator.MasterQuery;
import io.mailslot4j.protocol.locator.MasterReply;
import io.mailslot4j.protocol.messenger.MessengerMessage;
import io.mailslot4j.protocol.nameservice.NameServicePacketKind;
import io.mailslot4j.protocol.netlogon.NetlogonMessage;
import io.mailslot4j.protocol.netlogon.UnknownNetlogonMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Param;

/** All kinds of packets and messages are measured, and each with octets that are one. */
class EveryCodecIsMeasuredTest {
    private static final Set<Class<?>> NOT_MESSAGES = Set.of(UnknownBrowserMessage.class, UnknownNetlogonMessage.class);

    @Test
    void everyPayload() throws IOException, NoSuchFieldException {
        List<String> all = Stream.of(
                        Arrays.stream(BrowserMessage.class.getPermittedSubclasses()),
                        Arrays.stream(NetlogonMessage.class.getPermittedSubclasses()),
                        Stream.of(
                                MessengerMessage.class,
                                LookupQuery.class,
                                LookupReply.class,
                                MasterQuery.class,
                                MasterReply.class))
                .flatMap(each -> each)
                .filter(each -> !NOT_MESSAGES.contains(each))
                .map(Class::getSimpleName)
                .toList();
        assertThat(measured(PayloadCodec.class, "message")).containsExactlyInAnyOrderElementsOf(all);
        for (String message : all) {
            PayloadCodec codec = new PayloadCodec();
            codec.message = message;
            codec.prepare();
            Payload payload = codec.decode();
            assertThat(payload.getClass().getSimpleName()).isEqualTo(message);
            assertThat(codec.encode()).isEqualTo(payload.encode());
        }
    }

    @Test
    void everyPacketOfTheNameService() throws IOException, NoSuchFieldException {
        List<String> all = Arrays.stream(NameServicePacketKind.values())
                .filter(kind -> kind != NameServicePacketKind.UNKNOWN)
                .map(Enum::name)
                .toList();
        assertThat(measured(NameServiceCodec.class, "kind")).containsExactlyInAnyOrderElementsOf(all);
        for (String kind : all) {
            NameServiceCodec codec = new NameServiceCodec();
            codec.kind = NameServicePacketKind.valueOf(kind);
            codec.prepare();
            assertThat(codec.decode().kind().name()).isEqualTo(kind);
            assertThat(codec.encode().isEmpty()).isFalse();
        }
    }

    @Test
    void everyTypeOfDatagram() throws IOException {
        for (DatagramType type : DatagramType.values()) {
            DatagramTypes codec = new DatagramTypes();
            codec.type = type;
            codec.prepare();
            assertThat(codec.decode().header().type()).isEqualTo(type);
            assertThat(codec.decodeAndEncode().isEmpty()).isFalse();
        }
    }

    @Test
    void aCapture() throws IOException {
        CaptureReading reading = new CaptureReading();
        reading.prepare();
        assertThat(reading.read()).hasSize(CaptureReading.FRAMES);
    }

    private static List<String> measured(Class<?> benchmark, String field) throws NoSuchFieldException {
        return List.of(benchmark.getField(field).getAnnotation(Param.class).value());
    }
}
