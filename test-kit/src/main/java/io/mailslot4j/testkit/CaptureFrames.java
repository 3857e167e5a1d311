package io.mailslot4j.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Gives tests what {@link CaptureFile} says. Made by JUnit. */
public final class CaptureFrames implements ArgumentsProvider, AnnotationConsumer<CaptureFile> {
    private String[] files = {};

    /** For JUnit. */
    public CaptureFrames() {}

    @Override
    public void accept(CaptureFile annotation) {
        files = annotation.value();
    }

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        Class<?> type = parameters
                .getFirst()
                .orElseThrow(() -> new IllegalArgumentException("a test with @CaptureFile has a parameter"))
                .getParameterType();
        return Stream.of(files).flatMap(file -> arguments(file, type, context.getRequiredTestClass()));
    }

    private static Stream<Arguments> arguments(String file, Class<?> type, Class<?> test) {
        try (InputStream in = open(file, test)) {
            return CaptureFrame.read(in).stream()
                    .flatMap(frame ->
                            frame.as(type).map(value -> Arguments.argumentSet(frame.toString(), value)).stream());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the capture " + file + ": " + e.getMessage(), e);
        }
    }

    private static InputStream open(String file, Class<?> test) throws IOException {
        String fromRoot = file.startsWith("/") ? file : "/" + file;
        Optional<InputStream> resource = Optional.ofNullable(test.getResourceAsStream(file))
                .or(() -> Optional.ofNullable(test.getResourceAsStream(fromRoot)))
                .or(() -> Optional.ofNullable(test.getClassLoader()).map(loader -> loader.getResourceAsStream(file)));
        if (resource.isPresent()) {
            return resource.get();
        }
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            throw new IOException("no such resource of " + test.getName() + ", and no file " + path.toAbsolutePath());
        }
        return Files.newInputStream(path);
    }
}
