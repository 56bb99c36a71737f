package org.rapporteur.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that is announced and not built yet. */
@Command(description = "Not built yet.")
final class NotBuiltYet implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", hidden = true)
    private List<String> ignored = List.of();

    @Override
    public Integer call() {
        spec.commandLine().getErr().printf("'%s' is not built yet; nothing was done.%n", spec.name());
        return CommandLineApp.USAGE;
    }
}
