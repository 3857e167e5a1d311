package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.Mailslot;
import io.mailslot4j.cli.Main;
import io.mailslot4j.logging.LogWriter;
import io.mailslot4j.pcaps.CaptureReader;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.testkit.CaptureFile;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has a jar of ours has its licence too. */
class LicenceTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                DatagramMessage.class,
                Mailslot.class,
                CaptureReader.class,
                Main.class,
                LogWriter.class,
                CaptureFile.class
            })
    void isInEveryJar(Class<?> type) throws Exception {
        URL jar = type.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {jar}, null)) {
            assertThat(alone.findResource("META-INF/LICENSE")).isNotNull();
            assertThat(alone.findResource("META-INF/NOTICE")).isNotNull();
        }
    }
}
