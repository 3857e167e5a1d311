package io.mailslot4j.cli;

import io.mailslot4j.cli.arguments.Command;
import io.mailslot4j.cli.decode.DecodeCommand;
import io.mailslot4j.cli.demo.DemoCommand;
import io.mailslot4j.cli.doctor.DoctorCommand;
import io.mailslot4j.cli.messages.GetCommand;
import io.mailslot4j.cli.messages.ListenCommand;
import io.mailslot4j.cli.messages.PutCommand;
import io.mailslot4j.cli.names.LookupCommand;
import io.mailslot4j.cli.names.NamesCommand;
import io.mailslot4j.cli.names.StatusCommand;
import io.mailslot4j.cli.output.Streams;
import io.mailslot4j.cli.replay.ReplayCommand;
import io.mailslot4j.cli.report.ReportCommand;
import java.util.List;

/** The commands by their names. */
final class Commands {
    static final List<String> NAMES = List.of(
            "put", "get", "listen", "lookup", "status", "names", "doctor", "decode", "report", "replay", "demo");

    private Commands() {}

    /** The command of this name. */
    static Command named(String name, Streams streams) {
        return switch (name) {
            case "put" -> new PutCommand(streams);
            case "get" -> new GetCommand(streams);
            case "listen" -> new ListenCommand(streams);
            case "lookup" -> new LookupCommand(streams);
            case "status" -> new StatusCommand(streams);
            case "names" -> new NamesCommand(streams);
            case "doctor" -> new DoctorCommand(streams);
            case "decode" -> new DecodeCommand(streams);
            case "report" -> new ReportCommand(streams);
            case "replay" -> new ReplayCommand(streams);
            case "demo" -> new DemoCommand(streams, Main.class);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
