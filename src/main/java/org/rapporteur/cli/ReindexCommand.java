package org.rapporteur.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.rapporteur.search.Indexing;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code reindex}: throws the search index away and builds it again from the database. */
@Command(name = "reindex", mixinStandardHelpOptions = true, description = "Rebuilds the search index from the database.")
final class ReindexCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private CommonOptions options = new CommonOptions();

    ReindexCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        try (ConfigurableApplicationContext context = house.open(options, House.Need.READ, Map.of())) {
            int passages = switch (context.getBean(Indexing.class).rebuild()) {
                case Indexing.Rebuilt rebuilt -> rebuilt.passages();
                case Indexing.Busy busy -> throw Problem.found("Another process writes the index of this data folder, perhaps "
                        + "'rapporteur serve'; end it and run the command again.");
            };
            double seconds = (System.nanoTime() - start) / 1e9;
            Print.of(options).show(Map.of("passages", passages, "seconds", seconds),
                    () -> java.util.List.of("%d passages indexed in %.1f seconds".formatted(passages, seconds)));
            return CommandLineApp.WELL;
        }
    }
}
