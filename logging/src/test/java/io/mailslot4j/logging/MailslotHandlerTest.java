package io.mailslot4j.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.Serializer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MailslotHandlerTest extends InOneProcess {
    private static Logger logger(MailslotHandler handler) {
        Logger logger = Logger.getAnonymousLogger();
        logger.setUseParentHandlers(false);
        logger.setLevel(Level.ALL);
        logger.addHandler(handler);
        return logger;
    }

    private static LogRecord record(String logger, Level level, String message) {
        LogRecord record = new LogRecord(level, message);
        record.setLoggerName(logger);
        return record;
    }

    @Test
    void loggingPropertiesSayWhatItIs() throws Exception {
        try (MailslotNetwork apart = MailslotNetwork.builder().withoutNetwork().build();
                Mailslot<String> in = Mailslot.builder("jul").network(apart).openReader();
                InputStream properties =
                        Files.newInputStream(Path.of("src/test/resources/logging-mailslot.properties"))) {
            LogManager.getLogManager().readConfiguration(properties);
            Logger logger = Logger.getLogger("com.example.Shop");
            logger.fine("below the level");
            logger.info("a secret");
            logger.log(Level.INFO, "disk {0} is full", "C:");
            assertThat(in.get()).isEqualTo("[1] DISK C: IS FULL");
            LogManager.getLogManager().reset();
            assertThat(in.get()).isEqualTo("STOP");
        } finally {
            LogManager.getLogManager().readConfiguration();
        }
    }

    @Test
    void loggingPropertiesThatAreWrongAreRefusedWithTheKey() throws IOException {
        String prefix = "io.mailslot4j.logging.MailslotHandler.";
        try {
            configure("");
            assertThatIllegalArgumentException()
                    .isThrownBy(MailslotHandler::new)
                    .withMessageContaining("set " + prefix + "target");
            configure(prefix + "target=LOG\n" + prefix + "capacity=many");
            assertThatIllegalArgumentException()
                    .isThrownBy(MailslotHandler::new)
                    .withMessageContaining(prefix + "capacity")
                    .withMessageContaining("many");
            configure(prefix + "target=LOG\n" + prefix + "formatter=java.lang.Object");
            assertThatIllegalArgumentException()
                    .isThrownBy(MailslotHandler::new)
                    .withMessageContaining(prefix + "formatter: java.lang.Object is not a Formatter");
        } finally {
            LogManager.getLogManager().readConfiguration();
        }
    }

    private static void configure(String properties) throws IOException {
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(properties.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void withoutAFormatterARecordIsLevelLoggerAndMessageWithTheStackTrace() {
        Mailslot<String> in = reader();
        try (Closing handler =
                new Closing(new MailslotHandler(patient(slot("LOG").openWriter())))) {
            handler.it().publish(record("com.example.Shop", Level.WARNING, "disk is full"));
            LogRecord thrown = record("com.example.Shop", Level.SEVERE, "cannot go on");
            thrown.setThrown(new IOException("no space"));
            handler.it().publish(thrown);
        }
        List<String> got = in.drain();
        assertThat(got).hasSize(2);
        assertThat(got.get(0)).isEqualTo("WARNING com.example.Shop: disk is full");
        assertThat(got.get(1))
                .startsWith("SEVERE com.example.Shop: cannot go on\njava.io.IOException: no space")
                .contains("at io.mailslot4j.logging")
                .doesNotEndWith("\n");
    }

    /** A handler is not AutoCloseable. */
    private record Closing(MailslotHandler it) implements AutoCloseable {
        @Override
        public void close() {
            it.close();
        }
    }

    @Test
    void whatTheMailslotItselfLogsIsNotSent() {
        Mailslot<String> in = reader();
        try (Closing handler =
                new Closing(new MailslotHandler(patient(slot("LOG").openWriter())))) {
            for (String name : List.of(
                    "io.mailslot4j",
                    "io.mailslot4j.network",
                    "io.netty",
                    "io.netty.channel.X",
                    "io.nettyfied",
                    "io.mailslot4jx.Y")) {
                handler.it().publish(record(name, Level.INFO, "hello"));
            }
            handler.it().publish(new LogRecord(Level.INFO, "no name"));
        }
        assertThat(in.drain())
                .containsExactly("INFO io.nettyfied: hello", "INFO io.mailslot4jx.Y: hello", "INFO: no name");
    }

    @Test
    void whatIsLoggedWhileALineIsSentIsNotSent() {
        Mailslot<String> in = reader();
        Logger[] logger = new Logger[1];
        Serializer<String> text = Serializer.utf8();
        Serializer<String> chatty = Serializer.of(
                line -> {
                    logger[0].info("about to send " + line);
                    return text.encode(line);
                },
                text::decode);
        MailslotHandler handler =
                new MailslotHandler(patient(slot("LOG").serializer(chatty).openWriter()));
        logger[0] = logger(handler);
        logger[0].info("one");
        logger[0].info("two");
        handler.close();
        assertThat(in.drain()).containsExactly("INFO: one", "INFO: two");
    }

    @Test
    void problemsGoToTheErrorManagerAndNotIntoTheProgram() throws InterruptedException {
        BlockingQueue<String> errors = new LinkedBlockingQueue<>();
        MailslotHandler handler = new MailslotHandler(slot("LOG").openWriter());
        handler.setErrorManager(new ErrorManager() {
            @Override
            public synchronized void error(String message, Exception cause, int code) {
                errors.add(code + " " + (message == null ? cause.getMessage() : message));
            }
        });
        Logger logger = logger(handler);
        logger.info("nobody listens");
        assertThat(errors.take()).startsWith(ErrorManager.WRITE_FAILURE + " log lines are not sent");
        handler.setFormatter(new Formatter() {
            @Override
            public String format(LogRecord record) {
                throw new IllegalStateException("cannot say that");
            }
        });
        logger.info("not to be formatted");
        assertThat(errors.take()).isEqualTo(ErrorManager.FORMAT_FAILURE + " cannot say that");
        handler.close();
        assertThat(errors).isEmpty();
    }
}
