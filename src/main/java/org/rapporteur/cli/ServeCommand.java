package org.rapporteur.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: keeps the doors open and the stages running. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Takes in papers by folder and mail (the default command).")
final class ServeCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(names = "--trial", description = "Also takes in sample-reports/.")
    private boolean trial;

    ServeCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        PrintStream out = System.out;
        FolderLock.take(House.prepared(options.data()));
        ConfigurableApplicationContext context = house.open(options, House.Need.SERVE, Map.of("rapporteur.trial", trial));
        Optional<Path> samples = trial ? House.found("sample-reports") : Optional.empty();
        if (samples.isPresent()) {
            out.println("Taking in the sample papers; they are fiction.");
            Ingestion.in(context).run(List.of(samples.get()), Optional.empty(), options.progress()).lines().forEach(out::println);
        }
        Welcome.lines(context.getEnvironment()).forEach(out::println);
        return CommandLineApp.RUNNING;
    }
}
