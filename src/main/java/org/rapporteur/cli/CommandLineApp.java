package org.rapporteur.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The command line: reads the words, starts what the command needs, and turns every failure into one sentence. */
public final class CommandLineApp {

    /** exit status of a command that goes on running */
    static final int RUNNING = -1;
    static final int WELL = 0;
    static final int SOMETHING_WRONG = 1;
    static final int USAGE = 2;

    private CommandLineApp() {}

    /**
     * Runs a command.
     *
     * @param application the Spring application that holds the house together
     * @return the exit status, or a negative number where the command goes on running
     */
    public static int run(Class<?> application, String... args) {
        House house = new House(application);
        CommandLine line = new CommandLine(new RootCommand())
                .addSubcommand(new ServeCommand(house))
                .addSubcommand(new IngestCommand(house))
                .addSubcommand(new SearchCommand(house))
                .addSubcommand(new StatusCommand(house))
                .addSubcommand(new EvaluateCommand(house))
                .addSubcommand(new DraftCommand(house))
                .addSubcommand(new CollectionCommand(house))
                .addSubcommand(new ExportCommand(house))
                .addSubcommand(new PackageCommand(house))
                .addSubcommand(new ImportCommand(house))
                .addSubcommand(new ReindexCommand(house))
                .addSubcommand(new VerifyCommand(house));
        for (String later : new String[] {"backup", "restore"}) {
            line.addSubcommand(later, new NotBuiltYet());
        }
        line.setExecutionExceptionHandler((exception, command, parsed) -> Failures.tell(exception, command.getErr()));
        line.setParameterExceptionHandler(CommandLineApp::usage);
        return line.execute(args.length == 0 ? new String[] {"serve"} : args);
    }

    private static int usage(CommandLine.ParameterException wrong, String[] args) {
        PrintWriter err = wrong.getCommandLine().getErr();
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        err.println(wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("'" + command.qualifiedName() + " --help' tells how it is used.");
        return USAGE;
    }
}
