package org.rapporteur.coding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pieces of words of three to five letters, beginnings and ends marked: languages share many. How often one stands in a text, and in how few
 * texts, makes it weigh more.
 */
final class PieceSpace implements FeatureSpace {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    private static final int MOST_REMEMBERED = 100_000;

    private final Map<String, Integer> places = new HashMap<>();
    private final double[] rarity;
    private final Map<String, int[]> remembered = new ConcurrentHashMap<>();

    /** @param texts that it is made for */
    PieceSpace(List<Tokens> texts) {
        Map<String, Integer> counts = new HashMap<>();
        for (Tokens text : texts) {
            Set<String> words = new HashSet<>();
            text.all().forEach(token -> words.add(token.forms().plain()));
            Set<String> once = new HashSet<>();
            words.forEach(word -> once.addAll(pieces(word)));
            once.forEach(piece -> counts.merge(piece, 1, Integer::sum));
        }
        Map<String, Integer> sorted = new TreeMap<>(counts);
        sorted.values().removeIf(count -> count < LEAST_TEXTS);
        sorted.keySet().forEach(piece -> places.put(piece, places.size()));
        rarity = sorted.values().stream().mapToDouble(count -> Math.log((1.0 + texts.size()) / (1 + count)) + 1).toArray();
    }

    @Override
    public int size() {
        return rarity.length;
    }

    @Override
    public Point point(Tokens text) {
        Occurrences found = new Occurrences(8 * text.all().size());
        for (int i = 0; i < text.all().size(); i++) {
            for (int place : places(text.all().get(i))) {
                found.add(place, i, 1);
            }
        }
        return found.point((dimension, times) -> (1 + Math.log(times)) * rarity[dimension]);
    }

    /** The dimensions of the pieces of a word, in order, as often as they stand in it. */
    private int[] places(Tokens.Token token) {
        String word = token.forms().plain();
        int[] known = remembered.get(word);
        if (known == null) {
            known = pieces(word).stream().filter(places::containsKey).mapToInt(places::get).toArray();
            if (remembered.size() < MOST_REMEMBERED) {
                remembered.put(word, known);
            }
        }
        return known;
    }

    private static List<String> pieces(String word) {
        String marked = "_" + word + "_";
        List<String> pieces = new ArrayList<>();
        for (int length = SHORTEST; length <= LONGEST; length++) {
            for (int start = 0; start + length <= marked.length(); start++) {
                pieces.add(marked.substring(start, start + length));
            }
        }
        return pieces;
    }
}
