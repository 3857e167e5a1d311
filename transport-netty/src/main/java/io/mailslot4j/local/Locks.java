package io.mailslot4j.local;

import io.mailslot4j.RuntimeFolderException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Locks that the system gives up when their process ends, however it ends: each is one octet of the file {@code locks} of
 * a folder, which stays empty for ever, so there is nothing that could become stale.
 *
 * <p>On Unix the locks of a process on a file end when it closes the file, by whichever of its descriptors. So there is
 * one descriptor in a process, and it is never closed.
 */
final class Locks {
    private static final String FILE = "locks";

    /** @param key which file it was, where the system tells: another one may have its name now */
    private record Open(FileChannel channel, @Nullable Object key) {}

    private static final Map<Path, Open> OPEN = new HashMap<>();

    private Locks() {}

    /**
     * Takes a lock, if nobody else has it.
     *
     * @throws RuntimeFolderException if the file cannot be used
     */
    static Optional<FileLock> tryLock(Path folder, long number) {
        Path file = folder.resolve(FILE);
        try {
            return Optional.ofNullable(open(file).tryLock(number, 1, false));
        } catch (OverlappingFileLockException ours) {
            return Optional.empty();
        } catch (IOException e) {
            throw new RuntimeFolderException("cannot lock " + file + ": " + e, e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        synchronized (OPEN) {
            Open known = OPEN.get(file);
            Object key = keyOf(file);
            if (known != null && Objects.equals(known.key(), key)) {
                return known.channel();
            }
            FileChannel channel = FileChannel.open(
                    file,
                    Set.<OpenOption>of(
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            LinkOption.NOFOLLOW_LINKS),
                    forOwnerOnly(file));
            OPEN.put(file, new Open(channel, keyOf(file)));
            return channel;
        }
    }

    private static FileAttribute<?>[] forOwnerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Which file it is; null if there is none, or the system does not tell. */
    private static @Nullable Object keyOf(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!found.isRegularFile()) {
            throw RuntimeFolder.troubleWith(file, found.isSymbolicLink() ? "is a symbolic link" : "is not a file");
        }
        return found.fileKey();
    }
}
