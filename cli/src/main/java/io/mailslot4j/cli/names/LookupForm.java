package io.mailslot4j.cli.names;

import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.cli.output.Json;
import io.mailslot4j.cli.output.NameWords;
import io.mailslot4j.cli.output.Shown;
import io.mailslot4j.cli.output.WireJson;
import io.mailslot4j.nameservice.NameLookup;
import io.mailslot4j.nameservice.NameOwner;
import java.util.Locale;
import java.util.stream.Collectors;

/** What came of looking for a name, for people or for programs. */
final class LookupForm {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int NANOS_PER_MICRO = 1000;

    private LookupForm() {}

    /** An owner on a line. */
    static String line(NameLookup lookup, NameOwner owner) {
        return Shown.line(owner.address() + " " + NameWords.kind(owner.group()) + " " + lookup.name() + " from "
                + owner.source());
    }

    /** A step on a line. */
    static String line(NameLookup.Step step) {
        double millis = step.took().toNanos() / NANOS_PER_MILLI;
        return Shown.line(step + String.format(Locale.ROOT, " (%.1f ms)", millis));
    }

    /** A JSON object. */
    static String json(NameLookup lookup, boolean explain) {
        Json json = WireJson.name(lookup.name())
                .putObjects(
                        "owners", lookup.owners().stream().map(LookupForm::json).toList());
        if (explain) {
            json.putObjects(
                    "steps", lookup.steps().stream().map(LookupForm::json).toList());
        }
        return json.toString();
    }

    private static Json json(NameOwner owner) {
        return new Json()
                .put("address", owner.address().toString())
                .put("group", owner.group())
                .put("source", owner.source());
    }

    private static Json json(NameLookup.Step step) {
        return new Json()
                .put("method", step.method())
                .put("outcome", step.outcome())
                .put("microseconds", step.took().toNanos() / NANOS_PER_MICRO);
    }

    /** That nobody was found, with everything that was tried. */
    static FailedException failure(NameLookup lookup) {
        return new FailedException("cannot find " + lookup.name() + " ("
                + lookup.steps().stream().map(NameLookup.Step::toString).collect(Collectors.joining("; ")) + ")");
    }
}
