package io.mailslot4j.cli;

import io.mailslot4j.cli.network.NetworkOptions;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;

/** The options in the help of a command: its own first, then those of the network, which most readers can skip. */
final class OptionList implements IHelpSectionRenderer {
    private static final String OF_NETWORK = NetworkOptions.class.getPackageName();

    @Override
    public String render(Help help) {
        Map<Boolean, List<OptionSpec>> options = help.commandSpec().options().stream()
                .filter(option -> !option.hidden())
                .collect(Collectors.partitioningBy(OptionList::isOfNetwork));
        String own = list(help, options.getOrDefault(false, List.of()));
        List<OptionSpec> network = options.getOrDefault(true, List.of());
        return network.isEmpty() ? own : own + String.format("%nThe network:%n") + list(help, network);
    }

    private static boolean isOfNetwork(OptionSpec option) {
        return option.userObject() instanceof Field field
                && OF_NETWORK.equals(field.getDeclaringClass().getPackageName());
    }

    private static String list(Help help, List<OptionSpec> options) {
        Help.Layout layout = help.createDefaultLayout();
        layout.addOptions(options, help.parameterLabelRenderer());
        return layout.toString();
    }
}
