package io.mailslot4j;

import org.jspecify.annotations.Nullable;

/** The network could not be used: a socket could not be opened, or a datagram not be sent. */
public final class NetworkException extends MailslotException {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        /** Another process has the port. */
        PORT_IN_USE,
        /** Ports below 1024 are for privileged processes. */
        PERMISSION_DENIED,
        /** The interface named does not exist or has no IPv4 address; or none has a broadcast address, and one is needed. */
        NO_INTERFACE,
        /** Names are to be registered with a WINS server, and there is none. */
        NO_NAME_SERVER,
        /** The network was switched off by its configuration. */
        SWITCHED_OFF,
        /** Anything else; the cause tells. */
        INPUT_OUTPUT
    }

    private final Reason reason;

    /**
     * The failure of the network.
     *
     * @param message what happened, to what, and what to do
     */
    public NetworkException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
