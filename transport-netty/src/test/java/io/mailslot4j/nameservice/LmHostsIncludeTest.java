package io.mailslot4j.nameservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that include others, and bounds: MS-NBTE sections 2.2.3.1, 3.1.8.1 and 3.1.8.2. */
class LmHostsIncludeTest {
    private final Map<String, String> files = new HashMap<>();
    private final List<String> opened = new ArrayList<>();

    private InputStream open(String path) throws IOException {
        opened.add(path);
        String text = files.get(path);
        if (text == null) {
            throw new IOException("no such file");
        }
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private LmHosts parse(String... lines) {
        return LmHosts.parse(String.join("\n", lines), this::open);
    }

    private static boolean knows(LmHosts hosts, String name) {
        return !hosts.find(NetBiosName.of(name, NameSuffix.WORKSTATION)).isEmpty();
    }

    @Test
    void anIncludedFileIsReadInItsPlace() {
        files.put("more", "10.0.0.2 FILER\n10.0.0.2 INNER #PRE\nwrong");
        LmHosts hosts = parse("#INCLUDE more  # a comment", "10.0.0.1 FILER", "wrong");
        assertThat(hosts.find(NetBiosName.of("FILER", NameSuffix.SERVER))).hasToString("[10.0.0.2]");
        assertThat(hosts.preloaded()).hasSize(3);
        assertThat(hosts.problems())
                .containsExactly(
                        "more:3: no entry: not an address and a name with a blank between",
                        "lmhosts:3: no entry: not an address and a name with a blank between");
    }

    @Test
    void pathsMayHaveBlanksAndQuotes() {
        files.put("C:\\Program Files\\lmhosts", "");
        parse(
                " #include  C:\\Program Files\\lmhosts",
                "#INCLUDE \"C:\\Program Files\\lmhosts\" #comment",
                "#INCLUDE",
                "#INCLUDED elsewhere");
        assertThat(opened).containsExactly("C:\\Program Files\\lmhosts", "C:\\Program Files\\lmhosts");
    }

    @Test
    void oneThatCannotBeReadIsAProblem() {
        LmHosts hosts = parse("10.0.0.1 BEFORE", "#INCLUDE missing\u001b", "10.0.0.2 AFTER");
        assertThat(hosts.problems())
                .containsExactly("lmhosts:2: cannot read missing\\x1b: java.io.IOException: no such file");
        assertThat(knows(hosts, "BEFORE")).isTrue();
        assertThat(knows(hosts, "AFTER")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\\\server\\share\\lmhosts",
                "//server/share/lmhosts",
                "\\/server/lmhosts",
                "\\\\?\\UNC\\server\\x"
            })
    void nothingIsFetchedFromAnotherComputer(String path) {
        LmHosts hosts = parse("#INCLUDE " + path, "#INCLUDE \"" + path + "\"");
        assertThat(opened).isEmpty();
        assertThat(hosts.problems())
                .containsExactly(
                        "lmhosts:1: does not fetch " + path + " from another computer",
                        "lmhosts:2: does not fetch " + path + " from another computer");
    }

    @Test
    void ofAlternatesTheFirstThatCanBeReadCounts() {
        files.put("second", "10.0.0.2 SECOND");
        files.put("third", "10.0.0.3 THIRD");
        files.put("apart", "10.0.0.4 APART");
        LmHosts hosts = parse(
                "#BEGIN_ALTERNATE",
                "#INCLUDE \\\\server\\share\\lmhosts",
                "#INCLUDE first",
                "#INCLUDE second",
                "#INCLUDE third",
                "10.0.0.5 BETWEEN",
                "#END_ALTERNATE",
                "#INCLUDE apart",
                "#begin_alternate",
                "#INCLUDE third",
                "#END_ALTERNATE # done");
        assertThat(opened).containsExactly("first", "second", "apart", "third");
        assertThat(knows(hosts, "BETWEEN")).isTrue();
        assertThat(hosts.problems())
                .containsExactly(
                        "lmhosts:2: does not fetch \\\\server\\share\\lmhosts from another computer",
                        "lmhosts:3: cannot read first: java.io.IOException: no such file");
    }

    @Test
    void alternatesBelongToTheirFile() {
        files.put("inner", "#INCLUDE a\n#INCLUDE b");
        files.put("a", "");
        files.put("b", "");
        parse("#BEGIN_ALTERNATE", "#INCLUDE inner", "#INCLUDE unread", "#END_ALTERNATE");
        assertThat(opened).containsExactly("inner", "a", "b");
    }

    @Test
    void alternatesMustBePaired() {
        assertThat(parse("#END_ALTERNATE", "#BEGIN_ALTERNATE", "#BEGIN_ALTERNATE")
                        .problems())
                .containsExactly(
                        "lmhosts:1: #END_ALTERNATE without #BEGIN_ALTERNATE",
                        "lmhosts:3: #BEGIN_ALTERNATE inside another",
                        "lmhosts:3: #BEGIN_ALTERNATE without #END_ALTERNATE");
    }

    @Test
    void aCircleStopsAll() {
        files.put("a", "10.0.0.1 INA\n#INCLUDE b\n10.0.0.2 LATE");
        files.put("b", "10.0.0.3 INB\n#INCLUDE a");
        LmHosts hosts = parse("10.0.0.4 FIRST", "#INCLUDE a", "10.0.0.5 LAST");
        assertThat(opened).containsExactly("a", "b");
        assertThat(hosts.problems()).containsExactly("b:2: a includes itself; nothing from here on is read");
        assertThat(knows(hosts, "FIRST")).isTrue();
        assertThat(knows(hosts, "INA")).isTrue();
        assertThat(knows(hosts, "INB")).isTrue();
        assertThat(knows(hosts, "LATE")).isFalse();
        assertThat(knows(hosts, "LAST")).isFalse();
    }

    @Test
    void depthIsBounded() {
        for (int i = 1; i <= LmHostsReader.MAX_DEPTH + 1; i++) {
            files.put("f" + i, "10.0.0.1 HOST" + i + "\n#INCLUDE f" + (i + 1) + "\n10.0.0.1 REST" + i);
        }
        LmHosts hosts = parse("#INCLUDE f1");
        assertThat(opened).hasSize(LmHostsReader.MAX_DEPTH);
        assertThat(knows(hosts, "HOST" + LmHostsReader.MAX_DEPTH)).isTrue();
        assertThat(knows(hosts, "REST1")).isTrue();
        assertThat(hosts.problems()).containsExactly("f8:2: leaves out f9: more than 8 files include each other");
    }

    @Test
    void includesAreBoundedReadableOrNot() {
        String text = "#INCLUDE missing\n".repeat(LmHostsReader.MAX_INCLUDES);
        assertThat(knows(parse(text + "10.0.0.1 FILER"), "FILER")).isTrue();
        opened.clear();
        LmHosts hosts = parse(text + "#INCLUDE missing\n10.0.0.1 FILER");
        assertThat(opened).hasSize(LmHostsReader.MAX_INCLUDES);
        assertThat(knows(hosts, "FILER")).isFalse();
        assertThat(hosts.problems()).last().asString().startsWith("lmhosts:33: more than 32 includes in all; ");
    }

    @Test
    void linesAreBounded() {
        String text = "\n".repeat(LmHostsReader.MAX_LINES - 1);
        assertThat(knows(parse(text + "10.0.0.1 FILER"), "FILER")).isTrue();
        LmHosts hosts = parse(text + "\n10.0.0.1 FILER");
        assertThat(knows(hosts, "FILER")).isFalse();
        assertThat(hosts.problems())
                .containsExactly("lmhosts:100001: more than 100000 lines in all; nothing from here on is read");
    }

    @Test
    void entriesAreBoundedInAllFilesTogether() {
        files.put("half", "10.0.0.1 A\n".repeat(LmHostsReader.MAX_ENTRIES / 2));
        assertThat(knows(parse("#INCLUDE half", "10.0.0.1 FILER"), "FILER")).isTrue();
        LmHosts hosts = parse("#INCLUDE half", "#INCLUDE half", "10.0.0.1 FILER");
        assertThat(knows(hosts, "FILER")).isFalse();
        assertThat(hosts.problems())
                .containsExactly("lmhosts:3: more than 10000 entries in all; nothing from here on is read");
    }

    @Test
    void theLengthOfALineIsBounded() {
        String entry = "10.0.0.1 FILER #";
        String longest = entry + "x".repeat(LmHostsReader.MAX_LINE_LENGTH - entry.length());
        assertThat(knows(parse(longest), "FILER")).isTrue();
        assertThat(parse(longest + "x").problems()).containsExactly("lmhosts:1: longer than 1024 characters");
        assertThat(parse("#INCLUDE " + " ".repeat(1000) + "x\\\n".repeat(1000)).problems())
                .isNotEmpty();
        assertThat(parse("10.0.0.1 \\\n".repeat(1000)).problems())
                .containsExactly("lmhosts:1000: longer than 1024 characters");
    }

    @Test
    void theSizeOfAFileIsBoundedAndCountsAsUnreadable() {
        files.put("exact", "10.0.0.1 EXACT\n" + "#".repeat(LmHostsReader.MAX_FILE_SIZE - 15));
        files.put("large", "10.0.0.1 LARGE\n" + "#".repeat(LmHostsReader.MAX_FILE_SIZE - 14));
        LmHosts hosts = parse("#BEGIN_ALTERNATE", "#INCLUDE large", "#INCLUDE exact", "#END_ALTERNATE");
        assertThat(knows(hosts, "LARGE")).isFalse();
        assertThat(knows(hosts, "EXACT")).isTrue();
        assertThat(hosts.problems())
                .first()
                .isEqualTo("lmhosts:2: cannot read large: it is longer than 1048576 octets");
        assertThat(parse("#".repeat(LmHostsReader.MAX_FILE_SIZE + 1)).problems())
                .containsExactly("cannot read lmhosts: it is longer than 1048576 octets");
    }

    @Test
    void problemsAreBounded() {
        LmHosts hosts = parse("wrong\n".repeat(1000) + "10.0.0.1 FILER");
        assertThat(hosts.problems())
                .hasSize(LmHostsReader.MAX_PROBLEMS + 1)
                .last()
                .isEqualTo("more problems");
        assertThat(knows(hosts, "FILER")).isTrue();
    }

    @Test
    void readsFilesRelativeToTheFirst(@TempDir Path directory) throws IOException {
        Path top = Files.writeString(directory.resolve("lmhosts"), "#INCLUDE sub/more\n#INCLUDE sub\n#INCLUDE a\0b\n");
        Files.createDirectory(directory.resolve("sub"));
        Files.writeString(directory.resolve("sub/more"), "10.0.0.1 FILER\n");
        LmHosts hosts = LmHosts.read(top);
        assertThat(knows(hosts, "FILER")).isTrue();
        assertThat(hosts.problems())
                .containsExactly(
                        top + ":2: cannot read sub: java.io.IOException: there is no such regular file",
                        top + ":3: cannot read a\\x00b: java.io.IOException: this system has no such paths");
    }

    @Test
    void aFileThatIncludesItselfIsNotReadAgain(@TempDir Path directory) throws IOException {
        Path top = directory.resolve("lmhosts");
        Files.writeString(top, "#INCLUDE " + top + "\n");
        assertThat(LmHosts.read(top).problems())
                .containsExactly(top + ":1: " + top + " includes itself; nothing from here on is read");
    }

    @Test
    void noFileAtAllIsAProblemToo(@TempDir Path directory) {
        LmHosts hosts = LmHosts.read(directory.resolve("missing"));
        assertThat(hosts.problems()).singleElement().asString().startsWith("cannot read " + directory);
        assertThat(hosts.preloaded()).isEmpty();
    }
}
