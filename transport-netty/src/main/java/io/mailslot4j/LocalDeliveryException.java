package io.mailslot4j;

import org.jspecify.annotations.Nullable;

/**
 * Another process of this machine reads the slot, and did not say in time, or before the writer was interrupted, what
 * became of the message.
 */
public final class LocalDeliveryException extends MailslotException {
    private static final long serialVersionUID = 1;

    /**
     * The failure of a local delivery.
     *
     * @param message what happened, and to what
     */
    public LocalDeliveryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
