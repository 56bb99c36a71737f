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
import org.rapporteur.report.PackageFile;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code package}: all that a report rests on in one ZIP that anybody can check. */
@Command(name = "package", mixinStandardHelpOptions = true,
        description = "Writes papers, texts, codings and the latest draft into one ZIP that anybody can check with 'verify'.")
final class PackageCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(names = "--out", paramLabel = "FILE.zip", required = true, description = "Where to write it.")
    private Path out = Path.of("");

    @Option(names = "--public", description = "For everybody: leave out what is restricted, unnamed or not for quotation, what tells of failures, "
            + "and the files that countries sent.")
    private boolean everybody;

    PackageCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".zip") || Files.isDirectory(out)) {
            throw Problem.usage("A package is a ZIP file; give a name that ends in .zip, not '%s'.".formatted(out));
        }
        try (ConfigurableApplicationContext context = house.open(options, House.Need.READ, Map.of())) {
            PackageFile.Written written = context.getBean(PackageFile.class).write(context.getBean(Calls.class).current(), everybody, out);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", written.file().toString());
            json.put("edition", written.edition().name().toLowerCase(Locale.ROOT));
            json.put("files", written.files());
            json.putAll(written.counts());
            json.put("sha256OfManifest", written.manifest().hex());
            json.put("leftOut", written.leftOut());
            json.put("seconds", written.seconds());
            Print.of(options).show(json, () -> lines(written));
            return CommandLineApp.WELL;
        }
    }

    private static List<String> lines(PackageFile.Written written) {
        List<String> lines = new ArrayList<>();
        lines.add("%s: %d files; %s".formatted(written.file(), written.files(), written.counts().entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey()).collect(Collectors.joining(", "))));
        written.leftOut().forEach(left -> lines.add("left out: " + left));
        lines.add("SHA-256 of its manifest: " + written.manifest());
        return lines;
    }
}
