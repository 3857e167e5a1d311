package io.mailslot4j.cli.arguments;

import io.mailslot4j.cli.output.UsageException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** Reads what was typed for a command: options anywhere up to {@code --}, by their whole names or letters. */
public final class ArgumentParser {
    /** To the library {@code -count} and {@code -count3} are the same as {@code --count} too. To us they are letters. */
    private static final class WholeNames extends Options {
        private static final long serialVersionUID = 1;

        @Override
        public boolean hasLongOption(String name) {
            return name.startsWith("--") && super.hasLongOption(name);
        }

        @Override
        public boolean hasShortOption(String name) {
            return name.length() == 1 && super.hasShortOption(name);
        }
    }

    private static final char NO_CHARACTER = '\uFFFD';

    private ArgumentParser() {}

    /**
     * Reads all of it. Who asks for help need not give anything else.
     *
     * @throws UsageException if something is missing, unknown or not to be read, or there is too much of it
     */
    public static Given parse(Usage usage, String... arguments) {
        Arrays.stream(arguments).forEach(ArgumentParser::mustBeText);
        CommandLine line = read(usage, arguments);
        Map<String, List<String>> options = new HashMap<>();
        usage.allOptions()
                .filter(option -> line.hasOption(option.name()))
                .forEach(option -> options.put(option.name(), values(option, line)));
        boolean helpOnly = options.containsKey(Usage.HELP.name());
        return new Given(options, helpOnly ? Map.of() : operands(usage.operands(), line.getArgList()));
    }

    /** Java has put its sign for that in place of octets that it could not read. They are lost. */
    private static void mustBeText(String argument) {
        if (argument.indexOf(NO_CHARACTER) >= 0) {
            throw new UsageException(
                    "'" + argument + "' has octets that are no characters; standard input takes any octets");
        }
    }

    private static CommandLine read(Usage usage, String... arguments) {
        Options known = new WholeNames();
        usage.allOptions().map(ArgumentParser::forLibrary).forEach(known::addOption);
        try {
            return DefaultParser.builder()
                    .setAllowPartialMatching(false)
                    .setStripLeadingAndTrailingQuotes(false)
                    .get()
                    .parse(known, arguments);
        } catch (UnrecognizedOptionException e) {
            throw new UsageException("unknown option " + e.getOption(), e);
        } catch (MissingArgumentException e) {
            throw new UsageException("--" + e.getOption().getLongOpt() + " needs a value", e);
        } catch (ParseException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    private static org.apache.commons.cli.Option forLibrary(Option option) {
        return org.apache.commons.cli.Option.builder(
                        option.letter().map(String::valueOf).orElse(null))
                .longOpt(option.name().substring(2))
                .hasArg(option instanceof Value)
                .get();
    }

    private static List<String> values(Option option, CommandLine line) {
        if (!(option instanceof Value<?> value)) {
            return List.of();
        }
        List<String> values = List.of(line.getOptionValues(option.name()));
        if (values.size() > 1 && !value.repeatable()) {
            throw new UsageException(option.name() + " is given more than once");
        }
        values.forEach(value::read);
        return values;
    }

    private static Map<String, List<String>> operands(List<Operand<?>> operands, List<String> typed) {
        Map<String, List<String>> found = new HashMap<>();
        List<String> left = typed;
        for (Operand<?> operand : operands) {
            if (left.isEmpty() && operand.arity() != Operand.Arity.ANY) {
                throw new UsageException("missing " + operand.label());
            }
            int count = operand.arity() == Operand.Arity.ONE ? 1 : left.size();
            List<String> taken = left.subList(0, count);
            taken.forEach(operand::read);
            found.put(operand.label(), taken);
            left = left.subList(count, left.size());
        }
        if (!left.isEmpty()) {
            throw new UsageException("too many arguments, from '" + left.get(0) + "' on");
        }
        return found;
    }
}
