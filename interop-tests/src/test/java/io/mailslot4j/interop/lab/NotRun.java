package io.mailslot4j.interop.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The list of tests that could not run, one a line. */
final class NotRun {
    private final Path file;

    private NotRun(Path file) {
        this.file = file;
    }

    /** An empty list: nothing of earlier runs is kept. */
    static NotRun emptyList(Path file) {
        try {
            Files.deleteIfExists(file);
            return new NotRun(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(String line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
