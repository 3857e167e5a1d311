package io.mailslot4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.RuntimeFolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where processes find each other, and who may be there. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there the profile of the user keeps others out")
class RuntimeFolderTest {
    private static final SocketName X = SocketName.ofSlot("\\MAILSLOT\\x");

    @TempDir
    private Path temporary;

    private Path made(String name, String permissions) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve(name));
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }

    private Path chosen(Map<String, String> environment) {
        return RuntimeFolder.of(environment, temporary).path();
    }

    @Test
    void theUserSaysWhere() throws IOException {
        Path own = made("own", "rwx------");
        assertThat(chosen(Map.of("MAILSLOT4J_FOLDER", "/some/where", "XDG_RUNTIME_DIR", own.toString())))
                .isEqualTo(Path.of("/some/where"));
        assertThat(chosen(Map.of("XDG_RUNTIME_DIR", own.toString()))).isEqualTo(own.resolve("mailslot4j"));
    }

    @Test
    void theRuntimeFolderOfSomebodyElseIsNotOurs() throws IOException {
        Path open = made("open", "rwxrwxrwx");
        assertThat(chosen(Map.of("XDG_RUNTIME_DIR", open.toString()))).doesNotExist();
        assertThat(chosen(Map.of("XDG_RUNTIME_DIR", "relative")).toString()).doesNotContain("relative");
        assertThat(chosen(Map.of("XDG_RUNTIME_DIR", temporary.resolve("gone").toString()))
                        .toString())
                .doesNotContain("gone");
    }

    @Test
    void itIsMadeForItsOwnerOnly() throws IOException {
        Path folder = temporary.resolve("a").resolve("b");
        assertThat(RuntimeFolder.at(folder).exists()).isFalse();
        assertThat(RuntimeFolder.at(folder).create()).isEqualTo(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(RuntimeFolder.at(folder).exists()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxrwx", "rwxr-x---", "rwx-----x"})
    void aFolderThatIsOpenToOthersIsRefused(String permissions) throws IOException {
        Path folder = made("folder", permissions);
        assertThatThrownBy(() -> RuntimeFolder.at(folder).create())
                .isInstanceOf(RuntimeFolderException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("is open to others")
                .hasMessageContaining("remove it");
        assertThatThrownBy(() -> RuntimeFolder.at(folder).exists()).isInstanceOf(RuntimeFolderException.class);
    }

    @Test
    void theFolderOfSomebodyElseIsRefused() {
        // The root folder is always somebody else's, or, for root itself, open to others.
        assertThatThrownBy(() -> RuntimeFolder.at(Path.of("/")).create())
                .isInstanceOf(RuntimeFolderException.class)
                .hasMessageContaining("the folder /,");
    }

    @Test
    void aSymbolicLinkInPlaceOfTheFolderIsRefused() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), made("real", "rwx------"));
        assertThatThrownBy(() -> RuntimeFolder.at(link).create())
                .isInstanceOf(RuntimeFolderException.class)
                .hasMessageContaining(link.toString())
                .hasMessageContaining("is a symbolic link");
        Files.delete(temporary.resolve("real"));
        assertThatThrownBy(() -> RuntimeFolder.at(link).exists()).isInstanceOf(RuntimeFolderException.class);
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        assertThatThrownBy(() -> RuntimeFolder.at(file).create())
                .isInstanceOf(RuntimeFolderException.class)
                .hasMessageContaining(file + ", by which processes find each other's slots, is not a folder");
    }

    @Test
    void aPathTooLongForSocketsIsRefused() {
        Path folder = temporary.resolve("x".repeat(100));
        assertThatThrownBy(() -> RuntimeFolder.at(folder).create())
                .isInstanceOf(RuntimeFolderException.class)
                .hasMessageContaining("longer path than sockets can have")
                .hasMessageContaining("MAILSLOT4J_FOLDER");
    }

    @Test
    void aFileInPlaceOfASocketIsRefusedAndLeftAlone() throws IOException {
        Path folder = RuntimeFolder.at(temporary.resolve("run")).create();
        Path socket = Files.createFile(X.in(folder));
        assertThatThrownBy(() -> Claim.tryTake(folder, X))
                .isInstanceOf(RuntimeFolderException.class)
                .hasMessageContaining(socket + ", by which processes find each other's slots, is not a socket");
        assertThat(socket).exists();
        Files.delete(socket);
        takes(folder);
    }

    @Test
    void aSymbolicLinkInPlaceOfASocketIsRefused() throws IOException {
        Path folder = RuntimeFolder.at(temporary.resolve("run")).create();
        Path victim = Files.createFile(temporary.resolve("victim"));
        Files.createSymbolicLink(X.in(folder), victim);
        assertThatThrownBy(() -> Claim.tryTake(folder, X))
                .isInstanceOf(RuntimeFolderException.class)
                .hasMessageContaining("is not a socket");
        assertThat(victim).exists();
    }

    @Test
    void aSymbolicLinkInPlaceOfTheLocksIsRefused() throws IOException {
        Path folder = RuntimeFolder.at(temporary.resolve("run")).create();
        Path link = Files.createSymbolicLink(folder.resolve("locks"), temporary.resolve("victim"));
        assertThatThrownBy(() -> Claim.tryTake(folder, X))
                .isInstanceOf(RuntimeFolderException.class)
                .hasMessageContaining(link.toString())
                .hasMessageContaining("symbolic link")
                .hasMessageContaining("remove it");
        assertThat(temporary.resolve("victim")).doesNotExist();
    }

    @Test
    void aFolderThatWasRemovedAndMadeAgainHasLocksOfItsOwn() throws IOException {
        Path folder = RuntimeFolder.at(temporary.resolve("run")).create();
        takes(folder);
        Files.delete(folder.resolve("locks"));
        takes(folder);
        assertThat(folder.resolve("locks")).exists();
    }

    private static void takes(Path folder) {
        try (Claim claim = Claim.tryTake(folder, X).orElseThrow()) {
            assertThat(Claim.tryTake(folder, X)).isEmpty();
            claim.listen();
            assertThat(claim.socket()).exists();
        }
        assertThat(X.in(folder)).doesNotExist();
    }
}
