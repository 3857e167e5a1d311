package io.mailslot4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/mailslot} in a folder where everything is built, so that it starts the classes under test at once. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is a script for sh")
class LauncherTest {
    private static final Path SCRIPT = Path.of("../bin/mailslot");

    @TempDir
    private Path root;

    @BeforeEach
    void build() throws IOException {
        Files.createDirectories(root.resolve("bin"));
        Files.copy(SCRIPT, root.resolve("bin/mailslot"));
        for (String module : List.of("protocol", "transport-netty", "pcaps", "cli")) {
            Files.createDirectories(root.resolve(module).resolve("src/main"));
            Files.createFile(root.resolve(module).resolve("pom.xml"));
        }
        Files.createFile(root.resolve("pom.xml"));
        Path target = root.resolve("cli/target");
        Files.createDirectories(target.resolve("lib"));
        Files.createDirectories(target.resolve("launcher"));
        Files.createFile(target.resolve("mailslot4j-cli-1.jar"));
        Files.createFile(target.resolve("launcher/built"));
        String version = System.getProperty("java.version").replaceFirst("[-+].*", "");
        Files.writeString(
                target.resolve("launcher/options"),
                "# " + System.getProperty("java.home") + " " + version + "\n-cp \"" + classPath() + "\"\n");
    }

    /** Where the classes under test are: as modules, or in the class path. */
    private static String classPath() {
        return Stream.of("jdk.module.path", "java.class.path")
                .map(System::getProperty)
                .filter(path -> path != null && !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void startsTheCommand() throws Exception {
        assertThat(run("\"$0\" --version")).startsWith("mailslot ").contains("exit code 0");
    }

    /** There a shell looks for folders whose names are relative, and says which one it found. */
    @Test
    void foldersElsewhereAreNotTakenForItsOwn() throws Exception {
        Files.createDirectories(root.resolve("elsewhere/bin"));
        assertThat(run("cd \"${0%/bin/*}\" && CDPATH=$PWD/elsewhere bin/mailslot --version"))
                .startsWith("mailslot ")
                .contains("exit code 0");
    }

    /** A JVM opens files of its own before it looks at anything, and the first gets the number that is free. */
    @Test
    void aClosedStandardInputIsNotMistakenForAFileOfTheJvm() throws Exception {
        assertThat(run("\"$0\" decode - <&-")).startsWith("mailslot decode: -: Bad file descriptor");
        assertThat(run("printf x | \"$0\" decode -")).startsWith("mailslot decode: -: not a capture file");
    }

    @Test
    void aClosedStandardOutputIsAFailure() throws Exception {
        assertThat(run("\"$0\" --version >&-"))
                .startsWith("mailslot: cannot write to standard output")
                .contains("exit code 1");
    }

    @Test
    void aClosedStandardErrorIsNone() throws Exception {
        assertThat(run("\"$0\" --version 2>&-")).startsWith("mailslot ").contains("exit code 0");
    }

    /** Services of systemd have none. What is to be built here fails, for nothing is there to build. */
    @Test
    void withoutAHomeFolderItBuildsWithAFolderOfItsOwn() throws Exception {
        Files.delete(root.resolve("cli/target/launcher/built"));
        assertThat(run("unset HOME; \"$0\" --version")).contains("the build failed: see above", "exit code 1");
    }

    /** In a container that starts anew numbers of processes come again. */
    @Test
    void aLockWithItsOwnNumberIsOfOneThatIsGone() throws Exception {
        Files.delete(root.resolve("cli/target/launcher/built"));
        Files.createDirectory(lock());
        assertThat(run("sh -c 'echo $$ > \"$1\"; exec \"$0\" --version' \"$0\" '" + lock().resolve("owner") + "'"))
                .contains("the build failed: see above", "exit code 1")
                .doesNotContain("waiting");
        assertThat(lock()).doesNotExist();
    }

    @Test
    void aLockThatNobodyPutItsNumberIntoIsOfOneThatIsGone() throws Exception {
        Files.delete(root.resolve("cli/target/launcher/built"));
        Files.createDirectory(lock());
        assertThat(run("\"$0\" --version")).contains("the build failed: see above", "exit code 1");
        assertThat(lock()).doesNotExist();
    }

    @Test
    void aBuildThatIsEndedGivesTheLockBackAndSaysWhichSignalItWas() throws Exception {
        Files.delete(root.resolve("cli/target/launcher/built"));
        Path build = root.resolve("mvnw");
        Files.writeString(build, "#!/bin/sh\nkill -TERM $PPID\nexec sleep 50\n");
        assertThat(build.toFile().setExecutable(true)).isTrue();
        assertThat(run("\"$0\" --version")).contains("exit code 143");
        assertThat(lock()).doesNotExist();
    }

    private Path lock() {
        return root.resolve("cli/target/launcher.lock");
    }

    private String run(String line) throws IOException, InterruptedException {
        ProcessBuilder start = new ProcessBuilder(
                "sh",
                "-c",
                line + "; echo exit code $?",
                root.resolve("bin/mailslot").toString());
        start.environment().put("JAVA_HOME", System.getProperty("java.home"));
        start.environment().put("LC_ALL", "C.UTF-8");
        // Not a pipe, which is open as long as anything that was started is.
        File said = root.resolve("said").toFile();
        Process process = start.redirectErrorStream(true).redirectOutput(said).start();
        try {
            process.getOutputStream().close();
            assertThat(process.waitFor(40, TimeUnit.SECONDS))
                    .as("it ended, after it said %s", Files.readString(said.toPath()))
                    .isTrue();
            return Files.readString(said.toPath());
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
