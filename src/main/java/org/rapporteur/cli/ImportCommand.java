package org.rapporteur.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.report.ImportFile;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: codings and codebooks of other programs. */
@Command(name = "import", mixinStandardHelpOptions = true,
        description = "Takes the codings of a REFI-QDA project (.qdpx) as decisions of their coders, or reads a codebook (.qdc).")
final class ImportCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = "What to read; its ending says as what.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Only tell what would be taken.")
    private boolean trial;

    @Option(names = "--out", paramLabel = "FILE.yaml", description = "Of a codebook: where to write it as a codebook of Rapporteur.")
    private @Nullable Path out;

    ImportCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".qdpx") && !name.endsWith(".qdc")) {
            throw Problem.usage("A file that is imported ends in .qdpx or .qdc, not '%s'; export it as REFI-QDA.".formatted(file));
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw Problem.usage("The file '%s' can't be read; check the path.".formatted(file));
        }
        try (ConfigurableApplicationContext context = house.open(options, House.Need.READ, Map.of())) {
            Call call = context.getBean(Calls.class).current();
            ImportFile files = context.getBean(ImportFile.class);
            return name.endsWith(".qdc") ? codebook(files.codebook(call, file)) : project(files.project(call, file, trial));
        }
    }

    private int project(ImportFile.Taken taken) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file.toString());
        json.put("taken", taken.taken());
        json.put("known", taken.known());
        json.put("machine", taken.machine());
        json.put("left", taken.left());
        json.put("dryRun", trial);
        Print.of(options).show(json, () -> {
            List<String> lines = new ArrayList<>();
            lines.add("%s: %d codings %s decisions of their coders, %d stood here already".formatted(file, taken.taken(), trial ? "would be" : "are", taken.known()));
            if (taken.machine() > 0) {
                lines.add("%d codings are of the machine, which codes by itself".formatted(taken.machine()));
            }
            taken.left().forEach(left -> lines.add("not taken: " + left));
            return lines;
        });
        return taken.left().isEmpty() ? CommandLineApp.WELL : CommandLineApp.SOMETHING_WRONG;
    }

    private int codebook(ImportFile.Book book) throws IOException {
        if (out != null && !trial) {
            if (Files.exists(out)) {
                throw Problem.usage("'%s' is there already; give another name.".formatted(out));
            }
            Files.writeString(out, book.yaml());
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file.toString());
        json.put("known", book.known());
        json.put("new", book.fresh());
        json.put("dryRun", trial);
        Print.of(options).show(json, () -> {
            List<String> lines = new ArrayList<>();
            lines.add("%s: %d codes that the call has, %d that it has not; the call was not changed".formatted(file, book.known(), book.fresh().size()));
            book.fresh().forEach(path -> lines.add("new: " + path));
            lines.add(out == null ? "with --out FILE.yaml it is written as a codebook for a call of its own" : trial ? "not written: --dry-run" : "written to " + out);
            return lines;
        });
        return CommandLineApp.WELL;
    }
}
