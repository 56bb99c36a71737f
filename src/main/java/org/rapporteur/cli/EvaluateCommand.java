package org.rapporteur.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Codebooks;
import org.rapporteur.coding.Evaluation;
import org.rapporteur.coding.GoldPassage;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code evaluate}: how well the machine codes, held against gold passages. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, description = "Precision, recall, F1 and kappa of the coding against gold passages.")
final class EvaluateCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final House house;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "GOLD.jsonl", description = "One gold passage a line.")
    private Path file = Path.of("");

    @Option(names = "--cross-validate", description = "Not built yet: there is no model that could be trained.")
    private boolean crossValidate;

    EvaluateCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        if (crossValidate) {
            throw Problem.usage("--cross-validate is not built yet: the coding has no model that could be trained; leave it out.");
        }
        List<GoldPassage> gold = gold();
        try (ConfigurableApplicationContext context = house.open(options, House.Need.READ, Map.of())) {
            Map<String, Object> figures = new Evaluation(context.getBean(Codebooks.class).of(context.getBean(Calls.class).current())).figures(gold);
            Print.of(options).show(figures, () -> figures.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue()).toList());
            return CommandLineApp.WELL;
        }
    }

    private List<GoldPassage> gold() throws IOException {
        if (!Files.isReadable(file)) {
            throw Problem.usage("The file '%s' can't be read; check the path.".formatted(file));
        }
        List<GoldPassage> gold = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                gold.add(passage(lines.get(i), i + 1));
            }
        }
        return gold;
    }

    private GoldPassage passage(String line, int number) {
        try {
            return JSON.readValue(line, GoldPassage.class);
        } catch (JacksonException faulty) {
            throw Problem.found("%s line %d is no gold passage; a line is one JSON object with id, country, lang, kind, text, themes, "
                    .formatted(file, number) + "outcome and framework.");
        }
    }
}
