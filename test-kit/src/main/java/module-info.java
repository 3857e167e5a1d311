/** For tests of programs that use mailslots. */
module io.mailslot4j.testkit {
    requires transitive io.mailslot4j.pcaps;
    requires transitive io.mailslot4j.transport.netty;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.params;

    exports io.mailslot4j.testkit;
}
