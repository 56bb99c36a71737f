package org.rapporteur.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Codebooks;
import org.rapporteur.coding.Evaluation;
import org.rapporteur.coding.GoldPassage;
import org.rapporteur.coding.TrainingPassages;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evaluate}: how well the machine codes, held against gold passages. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, description = "Precision, recall, F1 and kappa of the coding against gold passages.")
final class EvaluateCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "GOLD.jsonl", description = "One gold passage a line.")
    private Path file = Path.of("");

    @Option(names = "--cross-validate", description = "Train and judge in ten folds of the file: on each, the model has not seen what it is judged on.")
    private boolean crossValidate;

    EvaluateCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        List<GoldPassage> gold = gold();
        try (ConfigurableApplicationContext context = house.open(options, House.Need.READ, Map.of())) {
            Evaluation evaluation = new Evaluation(context.getBean(Codebooks.class).of(context.getBean(Calls.class).current()));
            Map<String, Object> figures = crossValidate ? evaluation.crossValidated(gold) : evaluation.shipped(gold);
            Print.of(options).show(figures, () -> figures.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue()).toList());
            return CommandLineApp.WELL;
        }
    }

    private List<GoldPassage> gold() throws IOException {
        if (!Files.isReadable(file)) {
            throw Problem.usage("The file '%s' can't be read; check the path.".formatted(file));
        }
        try {
            return TrainingPassages.read(Files.readAllLines(file));
        } catch (TrainingPassages.FaultyLine faulty) {
            throw Problem.found("%s line %d is no gold passage; a line is one JSON object with id, country, lang, kind, text, themes, "
                    .formatted(file, faulty.number()) + "outcome and framework.");
        }
    }
}
