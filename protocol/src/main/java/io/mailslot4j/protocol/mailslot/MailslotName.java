package io.mailslot4j.protocol.mailslot;

import java.util.Locale;

/**
 * The full name of a mailslot, {@code \\target\mailslot\path}.
 *
 * @param target on which machines
 * @param path which slot there, one or more levels with backslashes between, such as {@code LISTENER} or {@code NET\LOG}
 */
public record MailslotName(Target target, String path) {
    private static final String MIDDLE = "mailslot\\";
    private static final String FORBIDDEN = ":*?\"<>|";

    /**
     * Checks the path.
     *
     * @throws IllegalArgumentException if it is empty, has an empty level, or has characters that are not printable ASCII
     *     or that Windows forbids in file names
     */
    public MailslotName {
        if (path.isEmpty() || path.startsWith("\\") || path.endsWith("\\") || path.contains("\\\\")) {
            throw new IllegalArgumentException("mailslot path '" + path + "' has an empty level");
        }
        path.chars()
                .filter(c -> c < ' ' || c > '~' || FORBIDDEN.indexOf(c) >= 0)
                .findFirst()
                .ifPresent(c -> {
                    throw new IllegalArgumentException(String.format(
                            Locale.ROOT,
                            "mailslot path has the character U+%04X, but only printable ASCII without %s is allowed",
                            c,
                            FORBIDDEN));
                });
    }

    /**
     * Reads a full name, or a bare path, which means a slot on this machine. Slashes count as backslashes, and the word
     * {@code mailslot} may be in any case.
     *
     * @throws IllegalArgumentException if {@code text} is neither
     */
    public static MailslotName parse(String text) {
        String name = text.replace('/', '\\');
        if (!name.startsWith("\\\\")) {
            return new MailslotName(new Target.Local(), name);
        }
        int afterTarget = name.indexOf('\\', 2);
        if (afterTarget < 0 || !name.regionMatches(true, afterTarget + 1, MIDDLE, 0, MIDDLE.length())) {
            throw new IllegalArgumentException("'" + text
                    + "' is not a mailslot name: \\\\TARGET\\mailslot\\PATH, or PATH alone for this machine");
        }
        String path = name.substring(afterTarget + 1 + MIDDLE.length());
        return new MailslotName(Target.parse(name.substring(2, afterTarget)), path);
    }

    /** Whether the slot is on this machine, and so can be read from. */
    public boolean isLocal() {
        return target instanceof Target.Local;
    }

    /** The name as it goes into a mailslot write, such as {@code \MAILSLOT\LISTENER}. */
    public String slot() {
        return MailslotWrite.PREFIX + path;
    }

    /** What two names of one slot have in common: their ASCII letters do not differ in case. */
    public static String fold(String slot) {
        int i = 0;
        while (i < slot.length() && !isLowerCase(slot.charAt(i))) {
            i++;
        }
        if (i == slot.length()) {
            return slot;
        }
        StringBuilder folded = new StringBuilder(slot);
        for (; i < slot.length(); i++) {
            char c = slot.charAt(i);
            if (isLowerCase(c)) {
                folded.setCharAt(i, (char) (c - 'a' + 'A'));
            }
        }
        return folded.toString();
    }

    private static boolean isLowerCase(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** The full name, such as {@code \\.\mailslot\LISTENER}. */
    @Override
    public String toString() {
        return "\\\\" + target + "\\" + MIDDLE + path;
    }
}
