/** Logs to a mailslot, so that a program's lines are collected elsewhere. Each logging framework is optional. */
module io.mailslot4j.logging {
    requires transitive io.mailslot4j.transport.netty;
    requires static transitive java.logging;
    requires static transitive ch.qos.logback.classic;
    requires static transitive ch.qos.logback.core;
    requires static transitive org.apache.logging.log4j;
    requires static transitive org.apache.logging.log4j.core;

    exports io.mailslot4j.logging;
    exports io.mailslot4j.logging.log4j;
    exports io.mailslot4j.logging.logback;

    // Log4j sets the fields of a plugin's builder.
    opens io.mailslot4j.logging.log4j to
            org.apache.logging.log4j.core;
}
