package io.mailslot4j.local;

import io.mailslot4j.RuntimeFolderException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which the processes of one user find each other. Only its owner can enter it, so whatever is in it comes
 * from programs of that user. It is looked at anew each time before it is trusted. Thread-safe.
 */
public final class RuntimeFolder {
    /** The environment variable that names another folder. */
    public static final String VARIABLE = "MAILSLOT4J_FOLDER";

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
    private static final int PERMISSIONS = 0777;
    private static final int OTHERS = 0077;
    private static final int OTHERS_WRITE = 0022;
    /** Of the 104 octets that a path of a socket may have on macOS, and 108 on Linux and Windows, with a zero behind. */
    private static final int LONGEST_SOCKET_PATH = 103;

    private final Path path;
    private final Access access;

    /** Who may enter. */
    private enum Access {
        /** Its owner. */
        OWNER,
        /** Everybody whom its owner lets in; but only the owner, who is root or we, may write. */
        GUESTS
    }

    private RuntimeFolder(Path path, Access access) {
        this.path = path.toAbsolutePath().normalize();
        this.access = access;
    }

    /** A folder of our own, made if it does not exist. */
    public static RuntimeFolder at(Path path) {
        return new RuntimeFolder(path, Access.OWNER);
    }

    /** A folder that root or we made, and whose owner serves others. */
    public static RuntimeFolder withGuests(Path path) {
        return new RuntimeFolder(path, Access.GUESTS);
    }

    /** The folder that the user named, or else the usual one. */
    public static RuntimeFolder ofThisUser() {
        return of(System.getenv(), Path.of(System.getProperty("java.io.tmpdir")));
    }

    static RuntimeFolder of(Map<String, String> environment, Path temporary) {
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isEmpty()) {
            return at(Path.of(named));
        }
        if (!POSIX) {
            return at(Path.of(environment.getOrDefault("LOCALAPPDATA", temporary.toString()), "mailslot4j"));
        }
        int uid;
        try {
            uid = Self.uid();
        } catch (IOException e) {
            throw new RuntimeFolderException(
                    "cannot find out who we are: name a folder for local slots in " + VARIABLE, e);
        }
        // A login without the variable, such as that of cron, meets those with it.
        return Stream.of(environment.getOrDefault("XDG_RUNTIME_DIR", ""), "/run/user/" + Integer.toUnsignedString(uid))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .filter(folder -> folder.isAbsolute() && isOurs(folder, uid))
                .map(folder -> at(folder.resolve("mailslot4j")))
                .findFirst()
                .orElseGet(() -> at(temporary.resolve("mailslot4j-" + Integer.toUnsignedString(uid))));
    }

    /** Whether this is what the XDG base directory specification promises; after su the variable is that of another. */
    private static boolean isOurs(Path folder, int uid) {
        try {
            return Files.isDirectory(folder)
                    && number(folder, "uid") == uid
                    && (number(folder, "mode") & OTHERS_WRITE) == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    /** Where it is, whether or not it exists. */
    public Path path() {
        return path;
    }

    /**
     * Whether it exists.
     *
     * @throws RuntimeFolderException if it does, and cannot be trusted
     */
    boolean exists() {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        check();
        return true;
    }

    /** Whether its owner serves others. */
    boolean hasGuests() {
        return access == Access.GUESTS;
    }

    /** Whether we are such a guest, who can make no files in it. */
    boolean areWeGuests() {
        return hasGuests() && !Files.isWritable(path);
    }

    /**
     * Makes it if it does not exist.
     *
     * @throws RuntimeFolderException if that fails, or it exists and cannot be trusted
     */
    Path create() {
        if (access == Access.OWNER && !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            make();
        }
        check();
        return path;
    }

    private void make() {
        try {
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (POSIX) {
                Files.createDirectory(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(path);
            }
        } catch (FileAlreadyExistsException othersWereFaster) {
            // Whoever they were: it is checked as any other.
        } catch (IOException e) {
            throw trouble("cannot be made (" + e + ")", "name another", e);
        }
    }

    private void check() {
        if (path.toString().getBytes(StandardCharsets.UTF_8).length + 1 + SocketName.LENGTH > LONGEST_SOCKET_PATH) {
            throw trouble("has a longer path than sockets can have", "name a shorter one", null);
        }
        if (Files.isSymbolicLink(path)) {
            throw trouble("is a symbolic link, which somebody may have put there", "remove it, or name another", null);
        }
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            String what = Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? "is not a folder" : "does not exist";
            throw trouble(what, access == Access.OWNER ? "remove it, or name another" : "have its owner make it", null);
        }
        if (POSIX) {
            checkOwner();
        }
    }

    private void checkOwner() {
        try {
            int owner = number(path, "uid", LinkOption.NOFOLLOW_LINKS);
            int mode = number(path, "mode", LinkOption.NOFOLLOW_LINKS) & PERMISSIONS;
            int self = Self.uid();
            if (owner != self && (access == Access.OWNER || owner != 0)) {
                throw trouble(
                        "belongs to user " + Integer.toUnsignedString(owner) + ", and we are "
                                + Integer.toUnsignedString(self),
                        "have it removed, or name another",
                        null);
            }
            if ((mode & (access == Access.OWNER ? OTHERS : OTHERS_WRITE)) != 0) {
                throw trouble(
                        String.format(Locale.ROOT, "is open to others (mode %03o)", mode),
                        access == Access.OWNER
                                ? "remove it, so that we make it anew, or name another"
                                : "take write permission from all but its owner",
                        null);
            }
        } catch (IOException e) {
            throw trouble("cannot be looked at (" + e + ")", "name another", e);
        }
    }

    private static int number(Path path, String attribute, LinkOption... options) throws IOException {
        return Files.getAttribute(path, "unix:" + attribute, options) instanceof Integer number ? number : -1;
    }

    private RuntimeFolderException trouble(String what, String advice, @Nullable Exception cause) {
        return new RuntimeFolderException(
                "the folder " + path + ", by which processes find each other's slots, " + what + ": " + advice
                        + (access == Access.OWNER ? " in " + VARIABLE : ""),
                cause);
    }

    /** The trouble with a file in it. */
    static RuntimeFolderException troubleWith(Path file, String what) {
        return new RuntimeFolderException(
                file + ", by which processes find each other's slots, " + what
                        + ": find out who put it there, and remove it",
                null);
    }
}
