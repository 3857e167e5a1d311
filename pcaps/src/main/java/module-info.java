/** Reads capture files, as far as it takes to get at UDP packets, and writes them. */
module io.mailslot4j.pcaps {
    requires transitive io.mailslot4j.protocol;
    requires static transitive org.jspecify;

    exports io.mailslot4j.pcaps;
}
