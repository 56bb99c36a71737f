package org.rapporteur.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.rapporteur.call.Calls;
import org.rapporteur.report.ExportFile;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: codebook, codings and bibliography for other programs. */
@Command(name = "export", mixinStandardHelpOptions = true,
        description = "Writes codebook and codings for other programs: REFI-QDA project (.qdpx) or codebook (.qdc), .xlsx, .csv; "
                + "the papers as bibliography: BibTeX (.bib), CSL-JSON (.json).")
final class ExportCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = "What to write; its ending says as what.")
    private Path file = Path.of("");

    @Option(names = "--public", description = "For everybody: leave out what is restricted, unnamed or not for quotation.")
    private boolean everybody;

    ExportCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        ExportFile.Form form = form();
        if (Files.isDirectory(file)) {
            throw Problem.usage("'%s' is a folder; give the name of a file.".formatted(file));
        }
        try (ConfigurableApplicationContext context = house.open(options, House.Need.READ, Map.of())) {
            ExportFile.Written written = context.getBean(ExportFile.class).write(context.getBean(Calls.class).current(), form, file, everybody);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", written.file().toString());
            json.putAll(written.counts());
            json.put("leftOut", written.leftOut());
            Print.of(options).show(json, () -> lines(written));
            return CommandLineApp.WELL;
        }
    }

    private ExportFile.Form form() {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (ExportFile.Form form : ExportFile.Form.values()) {
            if (name.endsWith("." + form.name().toLowerCase(Locale.ROOT))) {
                return form;
            }
        }
        throw Problem.usage("A file that is exported ends in .qdpx, .qdc, .xlsx, .csv, .bib or .json, not '%s'.".formatted(file));
    }

    private static List<String> lines(ExportFile.Written written) {
        List<String> lines = new ArrayList<>();
        lines.add("%s: %s".formatted(written.file(), written.counts().entrySet().stream().map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "))));
        written.leftOut().forEach(left -> lines.add("left out: " + left));
        return lines;
    }
}
