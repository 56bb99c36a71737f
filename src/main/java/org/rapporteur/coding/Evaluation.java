package org.rapporteur.coding;

import java.util.ArrayList;
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

/** Compares what the coder finds with gold passages, and gives the figures as a tree that is ready to be printed. */
public final class Evaluation {

    private final Codebook codebook;
    private final Coder coder;

    public Evaluation(Codebook codebook) {
        this.codebook = codebook;
        this.coder = new Coder(codebook);
    }

    private record Judged(GoldPassage gold, Set<String> themes, Set<String> framework, Outcome outcome) {}

    /** The figures, named as the command line promises; shares from 0 to 1, kappa up to 1. */
    public Map<String, Object> figures(List<GoldPassage> gold) {
        List<Judged> judged = judge(gold);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("passages", gold.size());
        figures.put("themes", agreement(judged, names(codebook.themes()), j -> j.gold().themes(), Judged::themes));
        figures.put("outcome", Map.of("accuracy", share(judged, j -> j.outcome().word().equals(j.gold().outcome()))));
        figures.put("framework", agreement(judged, List.of("leadership", "structure", "process"), j -> j.gold().framework(), Judged::framework));
        figures.put("kinds", by(judged, j -> j.gold().kind(), Evaluation::kind));
        figures.put("languages", by(judged, j -> j.gold().lang(), some -> Map.of("macroF1",
                macro(some, names(codebook.themes()), j -> j.gold().themes(), Judged::themes))));
        return figures;
    }

    private List<Judged> judge(List<GoldPassage> gold) {
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            GoldPassage one = gold.get(i);
            passages.add(new Passage(i + 1, 1, i + 1, new Locator(null, null, List.of(), 0, one.text().length()), one.lang(), one.text()));
        }
        Map<Long, List<Coding>> codings = coder.code(passages).stream().filter(Coding::counts).collect(Collectors.groupingBy(Coding::passage));
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            judged.add(judge(gold.get(i), passages.get(i), codings.getOrDefault((long) i + 1, List.of())));
        }
        return judged;
    }

    private Judged judge(GoldPassage gold, Passage passage, List<Coding> codings) {
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
