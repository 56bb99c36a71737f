package org.rapporteur.coding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapporteur.passage.Passage;
import org.rapporteur.passage.Sentences;

/**
 * Puts the codes of a codebook on passages by its cues. The score of a code grows with the number n of different cues that
 * fire, {@code 1 - 0.5^n}: one cue reaches the usual threshold of 0.5. It is no probability.
 */
public final class Coder {

    private static final Set<CodeKind> ABOUT_CODINGS = Set.of(CodeKind.STATUS, CodeKind.OUTCOME);

    private final Map<String, CueMatcher> byLanguage = new HashMap<>();

    public Coder(Codebook codebook) {
        for (String language : List.of("en", "fr", "es")) {
            List<CueMatcher.CueQuery> queries = new ArrayList<>();
            for (Code code : codebook.all()) {
                code.cues().getOrDefault(language, List.of())
                        .forEach(cue -> queries.add(new CueMatcher.CueQuery(code, cue, false, CueQueries.query(cue, language))));
                code.unless().getOrDefault(language, List.of())
                        .forEach(cue -> queries.add(new CueMatcher.CueQuery(code, cue, true, CueQueries.query(cue, language))));
            }
            byLanguage.put(language, new CueMatcher(language, queries));
        }
    }

    /** The codings of a batch, in order of passage and codebook; passages in languages without cues are matched as English. */
    public List<Coding> code(List<Passage> batch) {
        Map<String, List<Passage>> languages = batch.stream().collect(Collectors.groupingBy(
                passage -> byLanguage.containsKey(passage.language()) ? passage.language() : "en", LinkedHashMap::new, Collectors.toList()));
        List<Coding> codings = new ArrayList<>();
        languages.forEach((language, passages) -> {
            Map<Integer, List<CueMatcher.Found>> found = byLanguage.get(language).find(passages.stream().map(Passage::text).toList());
            for (int i = 0; i < passages.size(); i++) {
                codings.addAll(codings(passages.get(i), language, found.getOrDefault(i, List.of())));
            }
        });
        return codings;
    }

    /** What a text as a whole reports, by the outcome cues alone. */
    Outcome outcome(Passage passage) {
        String language = byLanguage.containsKey(passage.language()) ? passage.language() : "en";
        List<Hit> hits = standing(byLanguage.get(language).find(List.of(passage.text())).getOrDefault(0, List.of()));
        return outcome(hits.stream().filter(hit -> hit.code().kind() == CodeKind.OUTCOME).toList());
    }

    private static List<Coding> codings(Passage passage, String language, List<CueMatcher.Found> found) {
        List<Hit> hits = standing(found);
        List<Sentences.Span> sentences = Sentences.of(passage.text(), 0, passage.text().length(), Locale.of(language));
        Map<Code, List<Hit>> byCode = hits.stream().filter(hit -> !ABOUT_CODINGS.contains(hit.code().kind()))
                .collect(Collectors.groupingBy(Hit::code, LinkedHashMap::new, Collectors.toList()));
        List<Coding> codings = new ArrayList<>();
        byCode.forEach((code, own) -> {
            Hit best = own.stream().max((a, b) -> Integer.compare(a.cue().words(), b.cue().words())).orElseThrow();
            codings.add(new Coding(passage.id(), code.id(), score(own), code.threshold(), status(near(hits, CodeKind.STATUS, best, sentences)),
                    outcome(near(hits, CodeKind.OUTCOME, best, sentences)), best.cue().text(), best.start(), best.end()));
        });
        return codings;
    }

    /** Hits that no negative context of their code overlaps. */
    private static List<Hit> standing(List<CueMatcher.Found> found) {
        List<Hit> against = found.stream().filter(f -> f.query().negative()).map(CueMatcher.Found::hit).toList();
        return found.stream().filter(f -> !f.query().negative()).map(CueMatcher.Found::hit)
                .filter(hit -> against.stream().noneMatch(no -> no.code().equals(hit.code()) && no.overlaps(hit))).toList();
    }

    private static double score(List<Hit> hits) {
        return 1 - Math.pow(0.5, hits.stream().map(Hit::cue).distinct().count());
    }

    /** What is said in the sentence of the cue, else in the passage. */
    private static List<Hit> near(List<Hit> hits, CodeKind kind, Hit cue, List<Sentences.Span> sentences) {
        List<Hit> all = hits.stream().filter(hit -> hit.code().kind() == kind).toList();
        List<Hit> same = sentences.stream().filter(span -> span.start() <= cue.start() && cue.start() < span.end()).findFirst()
                .map(span -> all.stream().filter(hit -> span.start() <= hit.start() && hit.start() < span.end()).toList()).orElse(List.of());
        return same.isEmpty() ? all : same;
    }

    private static Status status(List<Hit> hits) {
        return hits.stream().map(hit -> hit.code().id().value()).map(word -> word.replace('-', '_').toUpperCase(Locale.ROOT))
                .map(Status::valueOf).filter(status -> status != Status.IN_PLACE).findFirst().orElse(Status.IN_PLACE);
    }

    private static Outcome outcome(List<Hit> hits) {
        return hits.stream().map(hit -> Outcome.valueOf(hit.code().id().value().toUpperCase(Locale.ROOT))).reduce(Outcome.NONE, Outcome::and);
    }
}
