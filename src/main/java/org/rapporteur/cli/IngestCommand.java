package org.rapporteur.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest}: takes in files and folders, works until idle, prints the ledger. */
@Command(name = "ingest", mixinStandardHelpOptions = true,
        description = "Takes in files and folders (also .eml, .msg, mbox), works until idle, prints the ledger.")
final class IngestCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders; papers stand in folders named after their country.")
    private List<Path> paths = List.of();

    @Option(names = "--country", paramLabel = "ISO3", description = "Whose papers these are, where the folders do not say.")
    private @Nullable String country;

    IngestCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        for (Path path : paths) {
            if (Files.notExists(path)) {
                throw Problem.usage("There is no file or folder '%s'; check the path.".formatted(path));
            }
        }
        Optional<CountryCode> fallback = Optional.ofNullable(country).map(IngestCommand::known);
        try (ConfigurableApplicationContext context = house.open(options, House.Need.WORK, Map.of())) {
            Ingestion.Outcome outcome = Ingestion.in(context).run(paths, fallback, options.progress());
            outcome.unreadable().forEach(System.err::println);
            Print.of(options).show(outcome.json(), outcome::lines);
            return outcome.unreadable().isEmpty() && outcome.counts().held() + outcome.counts().refused() == 0 ? CommandLineApp.WELL
                    : CommandLineApp.SOMETHING_WRONG;
        }
    }

    private static CountryCode known(String code) {
        if (!Countries.isKnown(code)) {
            throw Problem.usage("'%s' is no ISO 3166-1 alpha-3 code; Korea is KOR.".formatted(code));
        }
        return new CountryCode(code);
    }
}
