package org.rapporteur.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rapporteur.report.PackageCheck;
import org.rapporteur.report.Verification;
import org.rapporteur.submission.Originals;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code verify}: checks every hash, count and citation of the data folder, or of a package. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = "Checks every hash, count and citation of the data folder, or of a package.")
final class VerifyCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(arity = "0..1", paramLabel = "PACKAGE.zip", description = "A package, which is checked by itself, without a data folder.")
    private @Nullable Path exported;

    VerifyCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        if (exported != null) {
            if (!Files.isReadable(exported) || Files.isDirectory(exported)) {
                throw Problem.usage("The package '%s' can't be read; check the path.".formatted(exported));
            }
            return told(PackageCheck.run(exported));
        }
        try (ConfigurableApplicationContext context = house.open(options, House.Need.READ, Map.of())) {
            int originals = context.getBean(Originals.class).all().size();
            Verification.Found found;
            try (Progress progress = Progress.of(options.progress(), "Checking", originals)) {
                found = context.getBean(Verification.class).run(progress::step);
            }
            return told(found);
        }
    }

    private int told(Verification.Found found) {
        Print.of(options).show(Map.of("checked", found.checked(), "wrong", found.wrong()), () -> lines(found));
        return found.wrong().isEmpty() ? CommandLineApp.WELL : CommandLineApp.SOMETHING_WRONG;
    }

    private static List<String> lines(Verification.Found found) {
        List<String> lines = new ArrayList<>(found.wrong());
        lines.add(found.wrong().isEmpty() ? "%d facts checked, all well".formatted(found.checked())
                : "%d facts checked, %d wrong".formatted(found.checked(), found.wrong().size()));
        return lines;
    }
}
