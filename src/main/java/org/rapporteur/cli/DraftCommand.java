package org.rapporteur.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code draft}: the synthesis draft as DOCX. */
@Command(name = "draft", mixinStandardHelpOptions = true, description = "Drafts the synthesis report as DOCX.")
final class DraftCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(names = "--out", paramLabel = "FILE.docx", description = "Where to write it; without it, into 'drafts' of the data folder.")
    private @Nullable Path out;

    DraftCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        if (out != null && !out.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".docx")) {
            throw Problem.usage("A draft is a DOCX file; give a name that ends in .docx, not '%s'.".formatted(out));
        }
        try (ConfigurableApplicationContext context = house.open(options, House.Need.READ, Map.of())) {
            DraftPrint written = DraftPrint.write(context, out);
            Print.of(options).show(written.json(), written::lines);
            return CommandLineApp.WELL;
        }
    }
}
