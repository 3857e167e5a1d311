package io.mailslot4j.interop.lab;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets a test run where everything is that it {@linkplain NeedsPeers needs}; elsewhere never silently. */
final class PeersCondition implements ExecutionCondition {
    private static final NotRun NOT_RUN =
            NotRun.emptyList(Path.of(System.getProperty("basedir", "."), "target", "not-run.txt"));

    private final Predicate<Peer> isHere;
    private final boolean mustRun;
    private final NotRun notRun;

    /** On this machine. */
    PeersCondition() {
        this(Peer::isHere, Boolean.parseBoolean(System.getenv("CI")), NOT_RUN);
    }

    /** @param mustRun whether a test that cannot run fails */
    PeersCondition(Predicate<Peer> isHere, boolean mustRun, NotRun notRun) {
        this.isHere = isHere;
        this.mustRun = mustRun;
        this.notRun = notRun;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isPresent()) {
            return ConditionEvaluationResult.enabled("its class runs");
        }
        Class<?> test = context.getRequiredTestClass();
        return evaluate(test.getSimpleName(), test.getAnnotation(NeedsPeers.class));
    }

    /** @throws AssertionError if a peer is missing, and the test must run */
    ConditionEvaluationResult evaluate(String test, NeedsPeers needs) {
        List<Peer> missing =
                Arrays.stream(needs.value()).filter(isHere.negate()).toList();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("all peers are here");
        }
        String line = test + ": needs " + missing.stream().map(Peer::toString).collect(Collectors.joining(", "));
        notRun.add(line);
        if (mustRun) {
            throw new AssertionError(line);
        }
        return ConditionEvaluationResult.disabled(line);
    }
}
