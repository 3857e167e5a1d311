package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java that README.md and the pages in docs show can be compiled. */
class DocumentedJavaTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern JAVA = Pattern.compile("(?ms)^```java\n(.*?)^```$");

    /** What readers of the pages have, and what they call that. */
    private static final String AROUND = """
            import static io.mailslot4j.testkit.PacketAssertions.assertThat;
            import static org.assertj.core.api.Assertions.assertThat;
            import io.mailslot4j.*;
            import io.mailslot4j.nameservice.*;
            import io.mailslot4j.pcaps.*;
            import io.mailslot4j.protocol.*;
            import io.mailslot4j.protocol.browser.*;
            import io.mailslot4j.protocol.datagram.*;
            import io.mailslot4j.protocol.name.*;
            import io.mailslot4j.protocol.nameservice.*;
            import io.mailslot4j.testkit.*;
            import java.nio.file.Path;
            import java.time.Duration;
            import java.util.List;
            import org.junit.jupiter.api.extension.RegisterExtension;
            import org.junit.jupiter.params.ParameterizedTest;
            IMPORTS
            abstract class Snippet {
                Mailslot<String> orders, complaints;
                NetBiosDatagram datagram, expected;
                HostAnnouncement payload;
                ScriptedPeer server;
                UdpEndpoint broadcast;
                Octets query;
                CODE
            }
            """;

    record Snippet(String place, String java) {
        /** The whole class; an ellipsis stands for what readers put there. */
        String inAClass() {
            String code = java.replace("-> ...", "-> {}").replace("...", "");
            String imports =
                    code.lines().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
            String rest =
                    code.lines().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
            return AROUND.replace("IMPORTS", imports)
                    .replace("CODE", rest.startsWith("@") ? rest : "void run() throws Exception {\n" + rest + "\n}");
        }

        @Override
        public String toString() {
            return place;
        }
    }

    static List<Snippet> snippets() throws IOException {
        List<Path> pages;
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            pages = Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
                    .filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        List<Snippet> snippets = new ArrayList<>();
        for (Path page : pages) {
            String text = Files.readString(page);
            for (MatchResult java : JAVA.matcher(text).results().toList()) {
                long line = text.substring(0, java.start(1)).lines().count() + 1;
                snippets.add(new Snippet(page.getFileName() + ":" + line, java.group(1)));
            }
        }
        return snippets;
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void canBeCompiled(Snippet snippet, @TempDir Path classes) {
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return snippet.inAClass();
                    }
                };
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        boolean compiled = compiler.getTask(said, null, null, options, null, List.of(source))
                .call();
        assertThat(compiled).as("%s", said).isTrue();
    }
}
