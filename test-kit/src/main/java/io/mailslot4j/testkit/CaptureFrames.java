package io.mailslot4j.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.junit.platform.commons.support.AnnotationSupport;

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
        List<Arguments> all = Stream.of(files)
                .flatMap(file -> arguments(file, type, context.getRequiredTestClass()))
                .toList();
        if (all.isEmpty() && !mayBeNone(context)) {
            throw new IllegalArgumentException(
                    "no frame of " + String.join(", ", files) + " holds a " + type.getSimpleName());
        }
        return all.stream();
    }

    private static boolean mayBeNone(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), ParameterizedTest.class)
                .filter(ParameterizedTest::allowZeroInvocations)
                .isPresent();
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
