/** The {@code mailslot} command. */
module io.mailslot4j.cli {
    requires io.mailslot4j.pcaps;
    requires io.mailslot4j.transport.netty;
    requires org.apache.commons.cli;
}
