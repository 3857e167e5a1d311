package io.mailslot4j.nameservice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an lmhosts file and those that it includes, within bounds: files may come from elsewhere. For one use. */
final class LmHostsReader {
    static final int MAX_DEPTH = 8;
    static final int MAX_INCLUDES = 32;
    static final int MAX_FILE_SIZE = 1 << 20;
    static final int MAX_LINES = 100_000;
    static final int MAX_LINE_LENGTH = 1024;
    static final int MAX_ENTRIES = 10_000;
    static final int MAX_PROBLEMS = 100;

    private static final Pattern DIRECTIVE = Pattern.compile(
            "#(?:INCLUDE\\s+(?:\"(?<quoted>[^\"]+)\"|(?<plain>\\S.*?))(?:\\s+#.*)?"
                    + "|(?<begin>BEGIN_ALTERNATE)\\b.*|(?<end>END_ALTERNATE)\\b.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** Of UTF-8, as editors on Windows put it before everything. */
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    /** A file that is being read. */
    private static final class Source {
        private final String name;
        private final Iterator<String> lines;
        private int line;
        private boolean inAlternates;
        private boolean alternateRead;

        Source(String name, Iterator<String> lines) {
            this.name = name;
            this.lines = lines;
        }
    }

    private final LmHosts.Includes includes;
    private final LmHostsTable preloaded = new LmHostsTable();
    private final LmHostsTable others = new LmHostsTable();
    private final List<String> problems = new ArrayList<>();
    private final Deque<Source> open = new ArrayDeque<>();
    private int included;
    private int lines;
    private int entries;
    private boolean stopped;

    LmHostsReader(LmHosts.Includes includes) {
        this.includes = includes;
    }

    LmHosts done() {
        return new LmHosts(preloaded.entries(), others.entries(), problems);
    }

    /** Reads a file, and tells whether it could be. */
    boolean readFile(String path) {
        byte[] octets;
        try (InputStream in = includes.open(path)) {
            octets = in.readNBytes(MAX_FILE_SIZE + 1);
        } catch (IOException unreadable) {
            problem("cannot read " + path + ": " + unreadable);
            return false;
        }
        // Any octets are text in this code page; outside comments only ASCII is taken.
        return readText(path, new String(octets, StandardCharsets.ISO_8859_1));
    }

    boolean readText(String name, String text) {
        if (text.length() > MAX_FILE_SIZE) {
            problem("cannot read " + name + ": it is longer than " + MAX_FILE_SIZE + " octets");
            return false;
        }
        String start = text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        Source source = new Source(name, start.lines().iterator());
        open.push(source);
        while (!stopped && source.lines.hasNext()) {
            readLine(source, next(source));
        }
        if (!stopped && source.inAlternates) {
            problem("#BEGIN_ALTERNATE without #END_ALTERNATE");
        }
        open.pop();
        return true;
    }

    /** The next line with those that continue it, without blanks around it. */
    private String next(Source source) {
        StringBuilder whole = new StringBuilder();
        while (true) {
            String line = source.lines.next().stripTrailing();
            source.line++;
            lines++;
            // As Samba has it, but not where Windows has a comment, or a path, that ends like that.
            boolean continues = line.endsWith("\\") && line.indexOf('#') < 0;
            whole.append(line, 0, line.length() - (continues ? 1 : 0));
            if (!continues || !source.lines.hasNext()) {
                return whole.toString().strip();
            }
        }
    }

    private void readLine(Source source, String line) {
        if (lines > MAX_LINES) {
            stop("more than " + MAX_LINES + " lines in all");
        } else if (line.length() > MAX_LINE_LENGTH) {
            problem("longer than " + MAX_LINE_LENGTH + " characters");
        } else if (line.startsWith("#")) {
            Matcher directive = DIRECTIVE.matcher(line);
            if (directive.matches()) {
                follow(directive, source);
            }
        } else if (!line.isEmpty()) {
            readEntry(line);
        }
    }

    private void readEntry(String line) {
        try {
            LmHostsLine entry = LmHostsLine.parse(line);
            if (++entries > MAX_ENTRIES) {
                stop("more than " + MAX_ENTRIES + " entries in all");
                return;
            }
            LmHostsTable table = entry.preload() ? preloaded : others;
            entry.names().forEach(name -> table.add(name, entry.address(), entry.multihomed()));
            // Windows keeps these in its cache with and without #PRE (its lmhosts.sam).
            entry.groups().forEach(group -> preloaded.addMember(group, entry.address()));
        } catch (IllegalArgumentException wrong) {
            problem("no entry: " + wrong.getMessage());
        }
    }

    private void follow(Matcher directive, Source source) {
        if (directive.group("begin") != null || directive.group("end") != null) {
            boolean begins = directive.group("begin") != null;
            if (begins == source.inAlternates) {
                problem(begins ? "#BEGIN_ALTERNATE inside another" : "#END_ALTERNATE without #BEGIN_ALTERNATE");
            }
            source.inAlternates = begins;
            source.alternateRead = false;
        } else if (!source.alternateRead) {
            String path = directive.group("quoted") != null ? directive.group("quoted") : directive.group("plain");
            source.alternateRead = include(path) && source.inAlternates;
        }
    }

    /** Reads a file inside the one that names it, and tells whether it could be. */
    private boolean include(String path) {
        if (path.matches("(?s)[\\\\/]{2}.*")) {
            problem("does not fetch " + path + " from another computer");
        } else if (open.stream().anyMatch(source -> source.name.equals(path))) {
            // MS-NBTE section 3.1.8.1 wants all processing stopped, not just this file left out.
            stop(path + " includes itself");
        } else if (open.size() > MAX_DEPTH) {
            problem("leaves out " + path + ": more than " + MAX_DEPTH + " files include each other");
        } else if (++included > MAX_INCLUDES) {
            stop("more than " + MAX_INCLUDES + " includes in all");
        } else {
            return readFile(path);
        }
        return false;
    }

    private void stop(String reason) {
        stopped = true;
        problems.add(placed(reason + "; nothing from here on is read"));
    }

    private void problem(String reason) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(placed(reason));
        } else if (problems.size() == MAX_PROBLEMS) {
            problems.add("more problems");
        }
    }

    private String placed(String reason) {
        Source at = open.peek();
        String text = at == null ? reason : at.name + ":" + at.line + ": " + reason;
        StringBuilder shown = new StringBuilder();
        text.chars().forEach(c -> {
            if (c >= ' ' && c < 0x7F) {
                shown.append((char) c);
            } else {
                shown.append(String.format(Locale.ROOT, "\\x%02x", c));
            }
        });
        return shown.toString();
    }
}
