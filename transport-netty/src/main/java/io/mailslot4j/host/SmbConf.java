package io.mailslot4j.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The [global] section of Samba's smb.conf, for the few parameters that make good defaults on a host that has Samba.
 * Parameter names differ neither in case nor in blanks (smb.conf(5)).
 */
public final class SmbConf {
    private static final List<Path> USUAL_PLACES =
            List.of(Path.of("/etc/samba/smb.conf"), Path.of("/etc/smb.conf"), Path.of("/usr/local/samba/etc/smb.conf"));

    private final Map<String, String> global;

    private SmbConf(Map<String, String> global) {
        this.global = global;
    }

    /** The file of this host, or one without parameters if there is none that can be read. */
    public static SmbConf ofThisHost() {
        for (Path place : USUAL_PLACES) {
            if (Files.isReadable(place)) {
                return read(place);
            }
        }
        return parse("");
    }

    /** A file that vanishes or cannot be read says nothing; defaults must not keep a program from starting. */
    private static SmbConf read(Path place) {
        try {
            return parse(Files.readString(place, StandardCharsets.ISO_8859_1));
        } catch (IOException unreadable) {
            return parse("");
        }
    }

    /** Reads the text of a file. Lines that are no parameters are passed over. */
    public static SmbConf parse(String text) {
        Map<String, String> global = new TreeMap<>();
        boolean inGlobal = true;
        for (String line : joined(text)) {
            int equals = line.indexOf('=');
            if (line.startsWith("[")) {
                inGlobal = line.toLowerCase(Locale.ROOT).replaceAll("\\s", "").startsWith("[global]");
            } else if (inGlobal && equals > 0) {
                global.put(
                        fold(line.substring(0, equals)),
                        unquoted(line.substring(equals + 1).strip()));
            }
        }
        return new SmbConf(global);
    }

    /** Lines without comments and blank ones; a backslash at the end joins the next line. */
    private static List<String> joined(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String physical : text.split("\r?\n", -1)) {
            String part = physical.strip();
            boolean comment = line.isEmpty() && (part.startsWith("#") || part.startsWith(";"));
            boolean continues = part.endsWith("\\");
            line.append(continues ? part.substring(0, part.length() - 1) : part);
            if (!continues) {
                if (!comment && !line.isEmpty()) {
                    lines.add(line.toString());
                }
                line.setLength(0);
            }
        }
        return lines;
    }

    private static String fold(String parameter) {
        return parameter.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** Whether there is anything in it. */
    public boolean hasParameters() {
        return !global.isEmpty();
    }

    /** The value of a parameter, such as {@code netbios name}, unless it is missing, empty or has variables in it. */
    public Optional<String> get(String parameter) {
        return Optional.ofNullable(global.get(fold(parameter))).filter(v -> !v.isEmpty() && v.indexOf('%') < 0);
    }
}
