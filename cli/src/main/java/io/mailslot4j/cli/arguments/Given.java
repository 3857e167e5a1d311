package io.mailslot4j.cli.arguments;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was typed for a command, found to be right. Immutable. */
public final class Given {
    private final Map<String, List<String>> options;
    private final Map<String, List<String>> operands;

    /**
     * @param options the values that were typed, none for a flag, by names of options
     * @param operands what was typed, by labels
     */
    Given(Map<String, List<String>> options, Map<String, List<String>> operands) {
        this.options = options;
        this.operands = operands;
    }

    /** Whether a flag was. */
    public boolean has(Flag flag) {
        return options.containsKey(flag.name());
    }

    /** The value of an option, if there was one. */
    public <T> Optional<T> value(Value<T> option) {
        return values(option).stream().findFirst();
    }

    /** The values of an option, in the order in which they were typed. */
    public <T> List<T> values(Value<T> option) {
        return options.getOrDefault(option.name(), List.of()).stream()
                .map(option::read)
                .toList();
    }

    /** The operand of which there is one. */
    public <T> T the(Operand<T> operand) {
        return all(operand).get(0);
    }

    /** The operands of which there may be many. */
    public <T> List<T> all(Operand<T> operand) {
        return operands.getOrDefault(operand.label(), List.of()).stream()
                .map(operand::read)
                .toList();
    }
}
