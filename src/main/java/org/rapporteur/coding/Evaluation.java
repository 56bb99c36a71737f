package org.rapporteur.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapporteur.passage.Locator;
import org.rapporteur.passage.Passage;
import org.rapporteur.submission.Sha256;

/** Compares what a coder finds with gold passages, and gives the figures as a tree that is ready to be printed. */
public final class Evaluation {

    /** parts in which passages are judged that the model has not learnt from */
    private static final int FOLDS = 10;

    private final Codebook codebook;

    public Evaluation(Codebook codebook) {
        this.codebook = codebook;
    }

    private record Judged(GoldPassage gold, Set<String> themes, Set<String> framework, Outcome outcome) {}

    /**
     * The figures of the coder as it ships, named as the command line promises; shares from 0 to 1, kappa up to 1. {@code knownToModel} tells how
     * many of the passages it has learnt from: on these it does better than on others.
     */
    public Map<String, Object> shipped(List<GoldPassage> gold) {
        List<GoldPassage> training = TrainingPassages.shipped();
        Set<Sha256> known = TrainingPassages.texts(training);
        return figures(judge(Coder.trained(codebook, training), gold), (int) gold.stream().map(TrainingPassages::text).filter(known::contains).count());
    }

    /**
     * The figures of a coder that has not seen what it is judged on: in each of {@value #FOLDS} folds it learns from the passages that ship,
     * but for those of the file, and from the other folds of the file. Folds are alike in language, kind and themes, and the same every time.
     */
    public Map<String, Object> crossValidated(List<GoldPassage> gold) {
        return crossValidated(gold, FOLDS);
    }

    Map<String, Object> crossValidated(List<GoldPassage> gold, int number) {
        Set<Sha256> judged = TrainingPassages.texts(gold);
        List<GoldPassage> others = TrainingPassages.shipped().stream().filter(passage -> !judged.contains(TrainingPassages.text(passage))).toList();
        Map<Integer, List<GoldPassage>> folds = folds(gold, number);
        List<Judged> all = new ArrayList<>();
        folds.forEach((fold, passages) -> {
            List<GoldPassage> training = new ArrayList<>(others);
            folds.forEach((other, some) -> training.addAll(other.equals(fold) ? List.of() : some));
            all.addAll(judge(Coder.trained(codebook, training), passages));
        });
        return figures(all, 0);
    }

    private static Map<Integer, List<GoldPassage>> folds(List<GoldPassage> gold, int number) {
        List<GoldPassage> alike = gold.stream().sorted(Comparator.comparing((GoldPassage passage) -> passage.lang() + passage.kind()
                + new TreeSet<>(passage.themes())).thenComparing(passage -> TrainingPassages.text(passage).hex())).toList();
        Map<Integer, List<GoldPassage>> folds = new TreeMap<>();
        for (int i = 0; i < alike.size(); i++) {
            folds.computeIfAbsent(i % number, key -> new ArrayList<>()).add(alike.get(i));
        }
        return folds;
    }

    private Map<String, Object> figures(List<Judged> judged, int known) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("passages", judged.size());
        figures.put("knownToModel", known);
        figures.put("themes", agreement(judged, names(codebook.themes()), j -> j.gold().themes(), Judged::themes));
        figures.put("outcome", Map.of("accuracy", share(judged, j -> j.outcome().word().equals(j.gold().outcome()))));
        figures.put("framework", agreement(judged, List.of("leadership", "structure", "process"), j -> j.gold().framework(), Judged::framework));
        figures.put("kinds", by(judged, j -> j.gold().kind(), Evaluation::kind));
        figures.put("languages", by(judged, j -> j.gold().lang(), some -> Map.of("macroF1",
                macro(some, names(codebook.themes()), j -> j.gold().themes(), Judged::themes))));
        return figures;
    }

    private List<Judged> judge(Coder coder, List<GoldPassage> gold) {
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            GoldPassage one = gold.get(i);
            passages.add(new Passage(i + 1, 1, i + 1, new Locator(null, null, List.of(), 0, one.text().length()), one.lang(), one.text()));
        }
        Map<Long, List<Coding>> codings = coder.code(passages).stream().filter(Coding::counts).collect(Collectors.groupingBy(Coding::passage));
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            judged.add(judge(coder, gold.get(i), passages.get(i), codings.getOrDefault((long) i + 1, List.of())));
        }
        return judged;
    }

    private Judged judge(Coder coder, GoldPassage gold, Passage passage, List<Coding> codings) {
        Set<String> themes = new TreeSet<>();
        Set<String> framework = new TreeSet<>();
        EnumSet<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        for (Coding coding : codings) {
            codebook.themeOf(coding.code()).ifPresent(theme -> {
                themes.add(theme.id().value());
                outcomes.add(coding.outcome());
            });
            codebook.find(coding.code()).filter(code -> code.kind() == CodeKind.FRAMEWORK).ifPresent(code -> framework.add(code.id().value()));
        }
        return new Judged(gold, themes, framework, themes.isEmpty() ? coder.outcome(passage) : outcomes.stream().reduce(Outcome.NONE, Outcome::and));
    }

    private static Map<String, Object> agreement(List<Judged> judged, List<String> codes, Function<Judged, Set<String>> truth,
            Function<Judged, Set<String>> found) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("macroF1", macro(judged, codes, truth, found));
        codes.forEach(code -> figures.put(code, Confusion.of(judged, j -> truth.apply(j).contains(code), j -> found.apply(j).contains(code)).figures()));
        return figures;
    }

    private static double macro(List<Judged> judged, List<String> codes, Function<Judged, Set<String>> truth, Function<Judged, Set<String>> found) {
        return codes.stream().mapToDouble(code -> Confusion.of(judged, j -> truth.apply(j).contains(code), j -> found.apply(j).contains(code)).f1())
                .average().orElse(0);
    }

    private static Map<String, Double> kind(List<Judged> judged) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("exact", share(judged, j -> j.themes().equals(j.gold().themes())));
        figures.put("falseTheme", share(judged, j -> !j.gold().themes().containsAll(j.themes())));
        return figures;
    }

    private static <T> Map<String, T> by(List<Judged> judged, Function<Judged, String> key, Function<List<Judged>, T> figures) {
        Map<String, T> result = new TreeMap<>();
        judged.stream().collect(Collectors.groupingBy(key)).forEach((name, some) -> result.put(name, figures.apply(some)));
        return result;
    }

    private static double share(List<Judged> judged, java.util.function.Predicate<Judged> test) {
        return judged.isEmpty() ? 0 : (double) judged.stream().filter(test).count() / judged.size();
    }

    private static List<String> names(List<Code> codes) {
        return codes.stream().map(code -> code.id().value().toLowerCase(Locale.ROOT)).toList();
    }
}
