package org.rapporteur.coding;

import java.util.ArrayList;
import java.util.Collections;
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
                        .forEach(cue -> queries.add(new CueMatcher.CueQuery(code, cue, false, CueQueries.query(cue, language))));
                code.unless().getOrDefault(language, List.of())
                        .forEach(cue -> queries.add(new CueMatcher.CueQuery(code, cue, true, CueQueries.query(cue, language))));
            }
            byLanguage.put(language, new CueMatcher(language, queries));
        }
    }

    /** Whose cues and words a passage is read with. */
    static String language(Passage passage) {
        return LANGUAGES.contains(passage.language()) ? passage.language() : USUAL;
    }

    /**
     * What was found in a passage.
     *
     * @param standing hits that no negative context of their code overlaps
     * @param cancelled hits that one does
     * @param against the negative contexts
     */
    record Found(List<Hit> standing, List<Hit> cancelled, List<Hit> against) {

        private static final Found NOTHING = new Found(List.of(), List.of(), List.of());

        private static Found of(List<CueMatcher.Found> found) {
            List<Hit> against = found.stream().filter(one -> one.query().negative()).map(CueMatcher.Found::hit).toList();
            Map<Boolean, List<Hit>> hits = found.stream().filter(one -> !one.query().negative()).map(CueMatcher.Found::hit)
                    .collect(Collectors.partitioningBy(hit -> against.stream().noneMatch(no -> no.code().equals(hit.code()) && no.overlaps(hit))));
            return new Found(hits.get(true), hits.get(false), against);
        }
    }

    /** What was found in each passage, in the same order. */
    List<Found> find(List<Passage> passages) {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < passages.size(); i++) {
            places.computeIfAbsent(language(passages.get(i)), key -> new ArrayList<>()).add(i);
        }
        List<Found> all = new ArrayList<>(Collections.nCopies(passages.size(), Found.NOTHING));
        places.forEach((language, some) -> byLanguage.get(language).find(some.stream().map(place -> passages.get(place).text()).toList())
                .forEach((number, found) -> all.set(some.get(number), Found.of(found))));
        return all;
    }
}
