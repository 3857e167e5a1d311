package io.mailslot4j;

import org.jspecify.annotations.Nullable;

/**
 * What everything that can go wrong with a mailslot has in common. The message says what happened, to what, and what to
 * do.
 */
public abstract sealed class MailslotException extends RuntimeException
        permits LocalDeliveryException,
                MailslotClosedException,
                MailslotEmptyException,
                MailslotFullException,
                MailslotInUseException,
                MailslotUseException,
                MessageTooBigException,
                NetworkException,
                NoSuchMailslotException,
                RuntimeFolderException,
                SerializerException,
                UnresolvedTargetException {
    private static final long serialVersionUID = 1;

    MailslotException(String message) {
        super(message);
    }

    MailslotException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
