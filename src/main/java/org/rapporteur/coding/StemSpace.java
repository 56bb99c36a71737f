package org.rapporteur.coding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Stems and pairs of stems, each language apart: there or not. */
final class StemSpace implements FeatureSpace {

    private static final int NONE = -1;

    private final Map<String, Map<String, Stem>> byLanguage = new HashMap<>();
    private int size;

    /** A stem: its dimension, if it has one, and those of the pairs that it begins. */
    private static final class Stem {
        private int place = NONE;
        private final Map<String, Integer> pairs = new HashMap<>();
    }

    /** @param texts that it is made for */
    StemSpace(List<Tokens> texts) {
        Map<List<String>, Integer> counts = new HashMap<>();
        for (Tokens text : texts) {
            Set<List<String>> once = new HashSet<>();
            for (int i = 0; i < text.all().size(); i++) {
                once.add(List.of(text.language(), stem(text, i)));
                if (i + 1 < text.all().size()) {
                    once.add(List.of(text.language(), stem(text, i), stem(text, i + 1)));
                }
            }
            once.forEach(key -> counts.merge(key, 1, Integer::sum));
        }
        Map<String, List<String>> sorted = new TreeMap<>();
        counts.forEach((key, count) -> {
            if (count >= LEAST_TEXTS) {
                sorted.put(String.join(" ", key), key);
            }
        });
        sorted.values().forEach(this::add);
    }

    private void add(List<String> key) {
        Stem stem = byLanguage.computeIfAbsent(key.get(0), language -> new HashMap<>()).computeIfAbsent(key.get(1), one -> new Stem());
        if (key.size() == 2) {
            stem.place = size++;
        } else {
            stem.pairs.put(key.get(2), size++);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Point point(Tokens text) {
        Occurrences found = new Occurrences(2 * text.all().size());
        Map<String, Stem> stems = byLanguage.getOrDefault(text.language(), Map.of());
        for (int i = 0; i < text.all().size(); i++) {
            Stem stem = stems.get(stem(text, i));
            if (stem != null) {
                if (stem.place != NONE) {
                    found.add(stem.place, i, 1);
                }
                Integer pair = i + 1 < text.all().size() ? stem.pairs.get(stem(text, i + 1)) : null;
                if (pair != null) {
                    found.add(pair, i, 2);
                }
            }
        }
        return found.point((dimension, times) -> 1);
    }

    private static String stem(Tokens text, int token) {
        return text.all().get(token).forms().stem();
    }
}
