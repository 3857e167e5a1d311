package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NetBiosName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an lmhosts file says, in the dialects of Windows (MS-NBTE section 2.2.3) and Samba (lmhosts(5)). It is read once,
 * with all that it includes; whatever is wrong with it is told by {@link #problems()} and leaves the rest in force.
 * Immutable.
 *
 * <p>An entry without a suffix serves the names {@code <00>}, {@code <03>} and {@code <20>} of a computer, one with a
 * suffix only that. {@code #DOM:} makes a member of the group {@code DOMAIN<1C>}, {@code #SG:} one of {@code GROUP<20>}.
 */
public final class LmHosts {
    /** Opens the files that others include. */
    @FunctionalInterface
    public interface Includes {
        /**
         * Opens the file that an {@code #INCLUDE} line names. Paths to other computers never get here.
         *
         * @throws IOException if there is none that can be read
         */
        InputStream open(String path) throws IOException;
    }

    /**
     * All that is said about one name.
     *
     * @param name upper-cased, without a scope
     * @param group whether it is the name of a group, with its members' addresses
     * @param addresses one at least, as in the file
     */
    public record Entry(NetBiosName name, boolean group, List<Ipv4Address> addresses) {
        /** Copies the addresses. */
        public Entry {
            addresses = List.copyOf(addresses);
        }
    }

    private final Map<NetBiosName, Entry> preloaded;
    private final Map<NetBiosName, Entry> others;
    private final List<String> problems;

    /** @param preloaded in the order of {@link #preloaded()} */
    LmHosts(Map<NetBiosName, Entry> preloaded, Map<NetBiosName, Entry> others, List<String> problems) {
        this.preloaded = preloaded;
        this.others = others;
        this.problems = List.copyOf(problems);
    }

    /**
     * Reads a file and those that it includes; their paths are relative to its directory. If it cannot be read, there are
     * no entries and one problem. Blocks as long as the file system does.
     */
    public static LmHosts read(Path file) {
        Path top = file.toAbsolutePath();
        LmHostsReader reader = new LmHostsReader(path -> open(top, path));
        reader.readFile(top.toString());
        return reader.done();
    }

    private static InputStream open(Path top, String path) throws IOException {
        try {
            Path file = top.resolveSibling(path);
            // A pipe or a terminal might keep us waiting for ever.
            if (!Files.isRegularFile(file)) {
                throw new IOException("there is no such regular file");
            }
            return Files.newInputStream(file);
        } catch (InvalidPathException unheardOf) {
            throw new IOException("this system has no such paths", unheardOf);
        }
    }

    /** Reads the text of a file, called {@code lmhosts} in problems, and the files that it includes. */
    public static LmHosts parse(String text, Includes includes) {
        LmHostsReader reader = new LmHostsReader(includes);
        reader.readText("lmhosts", text);
        return reader.done();
    }

    /**
     * The addresses of {@code name}, without regard to case and scope; empty if it is not in the file. For a group they
     * are those of its members.
     */
    public List<Ipv4Address> find(NetBiosName name) {
        return entry(name).map(Entry::addresses).orElse(List.of());
    }

    /** As {@link #find}, with whether {@code name} is a group. What is preloaded hides the rest (MS-NBTE 3.1.8). */
    public Optional<Entry> entry(NetBiosName name) {
        NetBiosName folded = folded(name);
        return Optional.ofNullable(preloaded.get(folded)).or(() -> Optional.ofNullable(others.get(folded)));
    }

    /**
     * What goes into the name cache for good: entries with {@code #PRE}, and all groups of {@code #DOM:} and {@code #SG:}.
     * Each name once, as in the file.
     */
    public List<Entry> preloaded() {
        return List.copyOf(preloaded.values());
    }

    /** What is wrong with the files, as {@code file:line: reason}. Safe to show. */
    public List<String> problems() {
        return problems;
    }

    /** The octets of {@code name} in upper case as far as they are ASCII, the suffix as it is. */
    static NetBiosName folded(NetBiosName name) {
        byte[] octets = name.octets().toArray();
        for (int i = 0; i < NetBiosName.MAX_TEXT_LENGTH; i++) {
            if (octets[i] >= 'a' && octets[i] <= 'z') {
                octets[i] = (byte) (octets[i] - 'a' + 'A');
            }
        }
        return NetBiosName.ofOctets(Octets.wrap(octets));
    }
}
