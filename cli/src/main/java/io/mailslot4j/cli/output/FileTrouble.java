package io.mailslot4j.cli.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file cannot be used: in words, and without its name, which whoever says so knows. */
public final class FileTrouble {
    private FileTrouble() {}

    /** Why a file cannot be read. */
    public static String reading(IOException e) {
        return e instanceof NoSuchFileException ? "no such file" : reason(e);
    }

    /** Why a file cannot be written. */
    public static String writing(IOException e) {
        return e instanceof NoSuchFileException ? "no such folder" : reason(e);
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(e.getMessage());
    }
}
