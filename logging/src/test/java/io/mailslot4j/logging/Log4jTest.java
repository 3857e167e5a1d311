package io.mailslot4j.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.logging.log4j.MailslotAppender;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.status.StatusData;
import org.apache.logging.log4j.status.StatusListener;
import org.apache.logging.log4j.status.StatusLogger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class Log4jTest extends InOneProcess implements StatusListener {
    private final BlockingQueue<String> errors = new LinkedBlockingQueue<>();

    @BeforeEach
    void listen() {
        StatusLogger.getLogger().registerListener(this);
    }

    @AfterEach
    void stopListening() {
        StatusLogger.getLogger().removeListener(this);
    }

    @Override
    public void log(StatusData data) {
        errors.add(data.getMessage().getFormattedMessage());
    }

    @Override
    public Level getStatusLevel() {
        return Level.ERROR;
    }

    @Override
    public void close() {}

    private static Log4jLogEvent event(String logger, String message) {
        return Log4jLogEvent.newBuilder()
                .setLoggerName(logger)
                .setLevel(Level.WARN)
                .setMessage(new SimpleMessage(message))
                .build();
    }

    @Test
    void log4j2XmlSaysWhatItIs() throws Exception {
        try (MailslotNetwork apart = MailslotNetwork.builder().withoutNetwork().build();
                Mailslot<String> in = Mailslot.builder("log4j").network(apart).openReader();
                Mailslot<String> plain =
                        Mailslot.builder("log4j-plain").network(apart).openReader()) {
            LoggerContext context = Configurator.initialize(
                    "test",
                    null,
                    Path.of("src/test/resources/log4j2-mailslot.xml").toUri());
            context.getLogger("com.example.Shop").debug("below the level");
            context.getLogger("com.example.Shop").warn("disk {} is full", "C:");
            context.getLogger("io.netty.channel").warn("not sent");
            context.getLogger("com.example.Shop").error("cannot go on", new IllegalStateException("no space"));
            assertThat(in.get()).isEqualTo("[1] WARN Shop: disk C: is full");
            assertThat(in.get())
                    .startsWith("[2] ERROR Shop: cannot go on\njava.lang.IllegalStateException: no space")
                    .doesNotEndWith("\n");
            assertThat(plain.get()).isEqualTo("WARN com.example.Shop: disk C: is full");
            assertThat(plain.get())
                    .startsWith("ERROR com.example.Shop: cannot go on\njava.lang.IllegalStateException: no space");
            Configurator.shutdown(context);
            assertThat(in.get()).isEqualTo("STOP");
            assertThat(plain.isEmpty()).isTrue();
        }
        assertThat(errors.take()).startsWith("WRONG cannot log to a mailslot: ").contains("pipe");
    }

    @Test
    void problemsGoToTheStatusLoggerAndNotIntoTheProgram() throws InterruptedException {
        MailslotAppender appender = appender();
        appender.append(event("shop", "nobody listens"));
        appender.append(event("shop", "nobody listens"));
        assertThat(errors.take()).startsWith("log lines are not sent").contains("LOG");
        appender.stop();
        assertThat(errors).isEmpty();
    }

    private MailslotAppender appender() {
        MailslotAppender appender = Objects.requireNonNull(MailslotAppender.newBuilder()
                .setName("MAILSLOT")
                .setMailslot(slot("LOG").openWriter())
                .build());
        appender.start();
        return appender;
    }

    @Test
    void whatTheMailslotItselfLogsIsNotSent() throws InterruptedException {
        Mailslot<String> in = reader();
        MailslotAppender appender = appender();
        List.of("io.mailslot4j.network", "io.netty", "shop").forEach(name -> appender.append(event(name, "hello")));
        assertThat(in.get()).isEqualTo("WARN shop: hello");
        appender.stop();
        assertThat(in.isEmpty()).isTrue();
    }

    @Test
    void whatIsMissingIsSaid() throws InterruptedException {
        assertThat(MailslotAppender.newBuilder().setName("M").build()).isNull();
        assertThat(errors.take()).startsWith("M cannot log to a mailslot: where to log is not said: set target");
        assertThat(MailslotAppender.newBuilder().setTarget("LOG").build()).isNull();
        assertThat(errors.take()).contains("has no name");
    }
}
