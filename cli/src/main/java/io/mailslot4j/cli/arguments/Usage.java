package io.mailslot4j.cli.arguments;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a command is used. Immutable; made from {@link #of} by adding to it.
 *
 * @param header what it does, in one line
 * @param text the same in more words, in lines that fit
 * @param operands what it takes by place
 * @param options what it takes by name
 * @param network what it takes by name too, and most readers can skip
 * @param ending what comes last, such as examples, in lines that fit
 */
public record Usage(
        String header,
        String text,
        List<Operand<?>> operands,
        List<Option> options,
        List<Option> network,
        String ending) {
    /** Every command can tell how it is used. */
    public static final Flag HELP = Flag.of('h', "--help", "Show this help.");

    /** Every command can tell more of an error. */
    public static final Flag DEBUG = Flag.of("--debug", "Show the log and, with an error, where it came from.");

    /** Of a command that takes nothing but what all take. */
    public static Usage of(String header) {
        return new Usage(header, "", List.of(), List.of(HELP, DEBUG), List.of(), "");
    }

    /** In more words. */
    public Usage text(String lines) {
        return new Usage(header, lines, operands, options, network, ending);
    }

    /** With these operands. */
    public Usage operands(Operand<?>... more) {
        return new Usage(header, text, List.of(more), options, network, ending);
    }

    /** With these options before those that it has. */
    public Usage options(Option... more) {
        return options(List.of(more));
    }

    /** With these options before those that it has. */
    public Usage options(List<Option> more) {
        return new Usage(
                header,
                text,
                operands,
                Stream.concat(more.stream(), options.stream()).toList(),
                network,
                ending);
    }

    /** With these options of the network behind those that it has. */
    public Usage network(List<Option> more) {
        return new Usage(
                header,
                text,
                operands,
                options,
                Stream.concat(network.stream(), more.stream()).toList(),
                ending);
    }

    /** With this at its end, such as examples. */
    public Usage ending(String lines) {
        return new Usage(header, text, operands, options, network, lines);
    }

    Stream<Option> allOptions() {
        return Stream.concat(options.stream(), network.stream());
    }
}
