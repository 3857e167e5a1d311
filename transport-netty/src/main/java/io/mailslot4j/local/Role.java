package io.mailslot4j.local;

import java.io.IOException;
import java.nio.ByteBuffer;

/** What a connection is for. Everything happens on the thread of the {@link SocketLoop}. */
interface Role {
    /** The connection is there. */
    default void opened(Connection connection) throws IOException {}

    /** A frame came. What is thrown ends the connection. */
    void received(Connection connection, ByteBuffer frame) throws IOException;

    /** The octets came that {@link Connection#expect} asked for. */
    default void receivedAll(Connection connection, byte[] octets) throws IOException {}

    /** Nothing more is there for now. */
    default void endOfBatch() {}

    /** Whether the other side may stop in the middle of what it says, and go on whenever it likes. */
    default boolean maySleep() {
        return false;
    }

    /** The connection is gone. */
    default void closed(Connection connection) {}
}
