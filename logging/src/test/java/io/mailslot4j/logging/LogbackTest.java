package io.mailslot4j.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.status.Status;
import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.logging.logback.MailslotAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogbackTest extends InOneProcess {
    private final LoggerContext context = new LoggerContext();

    private MailslotAppender appender(Encoder<ILoggingEvent> encoder) {
        encoder.setContext(context);
        encoder.start();
        MailslotAppender appender = new MailslotAppender();
        appender.setContext(context);
        appender.setName("MAILSLOT");
        appender.setMailslot(slot("LOG").openWriter());
        appender.setEncoder(encoder);
        context.getLogger("ROOT").addAppender(appender);
        return appender;
    }

    private static PatternLayoutEncoder pattern(String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setPattern(pattern);
        return encoder;
    }

    private List<String> errors() {
        return context.getStatusManager().getCopyOfStatusList().stream()
                .filter(status -> status.getLevel() == Status.ERROR)
                .map(Status::getMessage)
                .toList();
    }

    @Test
    void logbackXmlSaysWhatItIs() throws Exception {
        try (MailslotNetwork apart = MailslotNetwork.builder().withoutNetwork().build();
                Mailslot<String> in = Mailslot.builder("logback").network(apart).openReader()) {
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(
                    Path.of("src/test/resources/logback-mailslot.xml").toFile());
            context.getLogger("com.example.Shop").debug("below the level");
            context.getLogger("com.example.Shop").warn("disk {} is full", "C:");
            context.getLogger("io.netty.channel").warn("not sent");
            assertThat(in.get()).isEqualTo("[1] WARN Shop: disk C: is full");
            context.stop();
            assertThat(in.get()).isEqualTo("STOP");
        }
        assertThat(errors()).isEmpty();
    }

    @Test
    void textIsUtf8WhateverTheEncoderMakes() throws InterruptedException {
        Mailslot<String> in = reader();
        PatternLayoutEncoder latin = pattern("%msg%n");
        latin.setCharset(StandardCharsets.ISO_8859_1);
        MailslotAppender appender = appender(latin);
        appender.start();
        context.getLogger("shop").info("5 €\nfor 2");
        assertThat(in.get()).isEqualTo("5 €\nfor 2");
        context.stop();
    }

    @Test
    void anEncoderOfOctetsMakesUtf8() throws InterruptedException {
        Mailslot<String> in = reader();
        // As SLF4J does for its own context.
        context.setMDCAdapter(new LogbackMDCAdapter());
        appender(new JsonEncoder()).start();
        context.getLogger("shop").info("5 €");
        assertThat(in.get()).startsWith("{").contains("\"message\":\"5 €\"").endsWith("}");
        context.stop();
        assertThat(errors()).isEmpty();
    }

    @Test
    void problemsGoToTheStatusAndNotIntoTheProgram() throws InterruptedException {
        context.getStatusManager().add((Status status) -> problems.add(status.getMessage()));
        MailslotAppender appender = appender(pattern("%msg%n"));
        appender.start();
        context.getLogger("shop").info("nobody listens");
        context.getLogger("shop").info("nobody listens");
        assertThat(problems.take()).startsWith("log lines are not sent").contains("LOG");
        context.getLogger("shop").info("nobody listens");
        appender.stop();
        assertThat(errors())
                .filteredOn(error -> error.startsWith("log lines are not sent"))
                .hasSize(1);
    }

    @Test
    void whatIsMissingOrWrongIsSaid() {
        MailslotAppender appender = new MailslotAppender();
        appender.setContext(context);
        appender.setName("M");
        appender.start();
        appender.setEncoder(pattern("%msg%n"));
        appender.start();
        appender.setTarget("\\\\.\\pipe\\LOG");
        appender.start();
        appender.setTarget("LOG");
        appender.setLongMessages("fold");
        appender.start();
        assertThat(appender.isStarted()).isFalse();
        assertThat(errors()).hasSize(4).allMatch(error -> error.startsWith("M cannot log to a mailslot: "));
        assertThat(String.join("\n", errors())).contains("<encoder>", "<target>", "pipe", "not fold");
        appender.stop();
    }
}
