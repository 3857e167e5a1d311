package io.mailslot4j;

import org.jspecify.annotations.Nullable;

/**
 * The folder in which the processes of a user find each other's slots cannot be used, or not be trusted: it belongs to
 * somebody else, is open to others, or something is in the way there.
 */
public final class RuntimeFolderException extends MailslotException {
    private static final long serialVersionUID = 1;

    /**
     * The trouble with the folder.
     *
     * @param message what happened, to which path, and what to do
     */
    public RuntimeFolderException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
