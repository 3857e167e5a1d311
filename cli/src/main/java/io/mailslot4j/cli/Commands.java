package io.mailslot4j.cli;

import io.mailslot4j.cli.decode.DecodeCommand;
import io.mailslot4j.cli.demo.DemoCommand;
import io.mailslot4j.cli.messages.GetCommand;
import io.mailslot4j.cli.messages.ListenCommand;
import io.mailslot4j.cli.messages.PutCommand;
import io.mailslot4j.cli.names.LookupCommand;
import io.mailslot4j.cli.names.NamesCommand;
import io.mailslot4j.cli.names.StatusCommand;
import io.mailslot4j.cli.output.Durations;
import io.mailslot4j.cli.output.Streams;
import io.mailslot4j.cli.replay.ReplayCommand;
import io.mailslot4j.cli.report.ReportCommand;
import io.mailslot4j.protocol.mailslot.MailslotName;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.TypeConversionException;

/** The commands by their names. Describing one takes the parser longer than running it, so only those needed are. */
final class Commands {
    private static final String PROGRAM = "mailslot";
    private static final List<String> NAMES =
            List.of("put", "get", "listen", "lookup", "status", "names", "decode", "report", "replay", "demo");

    static {
        // The parser would prepare to read dates and database connections, which takes longer than the rest of a start.
        System.setProperty("picocli.converters.excludes", "java[.](sql|time|nio)[.].*");
    }

    private Commands() {}

    /** Whether there is such a command. */
    static boolean has(String name) {
        return NAMES.contains(name);
    }

    /** A parser for what follows the name of a command. */
    static CommandLine parserOf(String name, Streams streams) {
        CommandLine parser = new CommandLine(command(name, streams)).setCommandName(PROGRAM + " " + name);
        parser.addMixin("common", new CommonOptions());
        parser.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, new OptionList());
        return readingOurTypes(parser);
    }

    /** A parser for everything. */
    static CommandLine parser(Streams streams) {
        CommandLine parser = new CommandLine(new MailslotCommand(streams)).setCommandName(PROGRAM);
        NAMES.forEach(name -> parser.addSubcommand(name, command(name, streams)));
        return readingOurTypes(parser);
    }

    private static CommandLine readingOurTypes(CommandLine parser) {
        return parser.registerConverter(MailslotName.class, new Converter<>(MailslotName::parse))
                .registerConverter(
                        NetBiosName.class, new Converter<>(text -> NetBiosName.parse(text, NameSuffix.WORKSTATION)))
                .registerConverter(Path.class, new Converter<>(Path::of))
                .registerConverter(Duration.class, new Converter<>(Durations::parse));
    }

    private static Object command(String name, Streams streams) {
        return switch (name) {
            case "put" -> new PutCommand(streams);
            case "get" -> new GetCommand(streams);
            case "listen" -> new ListenCommand(streams);
            case "lookup" -> new LookupCommand(streams);
            case "status" -> new StatusCommand(streams);
            case "names" -> new NamesCommand(streams);
            case "decode" -> new DecodeCommand(streams);
            case "report" -> new ReportCommand(streams);
            case "replay" -> new ReplayCommand(streams);
            case "demo" -> new DemoCommand(streams, Main.class);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /**
     * Lets the parser say what a parser of ours says. A class and not a lambda, which would keep the parser's interface out
     * of the launcher's archive of classes.
     */
    private record Converter<T>(Function<String, T> parser) implements ITypeConverter<T> {
        @Override
        public T convert(String text) {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
