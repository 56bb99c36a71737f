package org.rapporteur.coding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rapporteur.passage.Passage;

/** Finds the cues of a codebook in passages; those in languages without cues are read as English. */
final class CueFinder {

    private static final List<String> LANGUAGES = List.of("en", "fr", "es");
    private static final String USUAL = "en";

    private final Map<String, CueMatcher> byLanguage = new HashMap<>();

    CueFinder(Codebook codebook) {
        for (String language : LANGUAGES) {
            List<CueMatcher.CueQuery> queries = new ArrayList<>();
            for (Code code : codebook.all()) {
                code.cues().getOrDefault(language, List.of())
                        .forEach(cue -> queries.add(new CueMatcher.CueQuery(code, cue, false, CueQueries.source(cue, language))));
                code.unless().getOrDefault(language, List.of())
                        .forEach(cue -> queries.add(new CueMatcher.CueQuery(code, cue, true, CueQueries.source(cue, language))));
            }
            byLanguage.put(language, new CueMatcher(queries));
        }
    }

    /** Whose cues and words a passage is read with. */
    static String language(Passage passage) {
        return LANGUAGES.contains(passage.language()) ? passage.language() : USUAL;
    }

    /**
     * What was found in a passage.
     *
     * @param tokens its words
     * @param standing hits that no negative context of their code overlaps
     * @param cancelled hits that one does
     * @param against the negative contexts
     */
    record Found(Tokens tokens, List<Hit> standing, List<Hit> cancelled, List<Hit> against) {

        private static Found of(Tokens tokens, List<CueMatcher.Found> found) {
            List<Hit> against = found.stream().filter(one -> one.query().negative()).map(CueMatcher.Found::hit).toList();
            Map<Boolean, List<Hit>> hits = found.stream().filter(one -> !one.query().negative()).map(CueMatcher.Found::hit)
                    .collect(Collectors.partitioningBy(hit -> against.stream().noneMatch(no -> no.code().equals(hit.code()) && no.overlaps(hit))));
            return new Found(tokens, hits.get(true), hits.get(false), against);
        }
    }

    /** What was found in each passage, in the same order. */
    List<Found> find(List<Passage> passages) {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < passages.size(); i++) {
            places.computeIfAbsent(language(passages.get(i)), key -> new ArrayList<>()).add(i);
        }
        Found[] all = new Found[passages.size()];
        places.forEach((language, some) -> {
            List<Tokens> texts = some.stream().map(place -> Tokens.of(passages.get(place).text(), language)).toList();
            Map<Integer, List<CueMatcher.Found>> found = byLanguage.get(language).find(texts);
            for (int i = 0; i < some.size(); i++) {
                all[some.get(i)] = Found.of(texts.get(i), found.getOrDefault(i, List.of()));
            }
        });
        return List.of(all);
    }
}
