package org.rapporteur.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command understands. */
final class CommonOptions {

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "Data folder (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(names = "--call", paramLabel = "CODE", description = "The call to work for (default: MCH-2004).")
    private @Nullable String call;

    @Option(names = "--json", description = "Print one JSON object on standard output.")
    private boolean json;

    @Option(names = "--quiet", description = "Print no progress.")
    private boolean quiet;

    Path data() {
        return data;
    }

    Optional<String> call() {
        return Optional.ofNullable(call);
    }

    boolean json() {
        return json;
    }

    /**
     * Progress is for people: on a terminal (the launcher sets jdk.console so that there is a console
     * only then), and unless they want none.
     */
    boolean progress() {
        return !quiet && System.console() != null;
    }
}
