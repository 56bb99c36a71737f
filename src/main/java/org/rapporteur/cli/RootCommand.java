package org.rapporteur.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rapporteur} without a command that it knows: tells what there is. */
@Command(name = "rapporteur", mixinStandardHelpOptions = true, version = "Rapporteur 0.1.0", synopsisSubcommandLabel = "COMMAND",
        description = "Takes in country papers, makes every passage findable by theme, drafts the synthesis report.")
final class RootCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr(), CommandLine.Help.Ansi.AUTO);
        return CommandLineApp.USAGE;
    }
}
