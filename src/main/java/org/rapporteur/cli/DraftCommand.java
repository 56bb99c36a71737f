package org.rapporteur.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code draft}: the synthesis draft. */
@Command(name = "draft", mixinStandardHelpOptions = true, description = "Drafts the synthesis from what is coded now.")
final class DraftCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(names = "--out", paramLabel = "FILE.docx", description = "Where to write it (default: a new file in data/drafts).")
    private @Nullable Path out;

    DraftCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        try (ConfigurableApplicationContext context = house.open(options, House.Need.READ, Map.of())) {
            Drafting drafting = Drafting.in(context, options.data());
            Drafting.Written written = drafting.write(out == null ? drafting.nextFile() : out);
            Print.of(options).show(written.json(), written::lines);
            return CommandLineApp.WELL;
        }
    }
}
