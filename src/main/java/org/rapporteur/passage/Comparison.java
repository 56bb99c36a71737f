package org.rapporteur.passage;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a revision changed in a document, paragraph by paragraph, as far as a reader would call it a change: other quotation marks, hyphens
 * or blanks are none.
 */
public final class Comparison {

    /** share of words in common from which on a paragraph that stands in the place of another is a changed one */
    private static final double CHANGED = 0.5;
    /** how far before and after its place the one that it changed is looked for */
    private static final int REACH = 300;

    private static final Pattern NUMBER = Pattern.compile("^[(\\[]?(?:§ ?)?\\d{1,3}[.)\\]]\\)? (?=\\S)");

    private Comparison() {}

    /** A line of a passage: short paragraphs share one. */
    private record Paragraph(CitedPassage cited, String text) {

        static List<Paragraph> of(List<CitedPassage> passages) {
            return passages.stream().flatMap(cited -> cited.passage().text().lines().map(line -> new Paragraph(cited, line))).toList();
        }

        static Paragraph of(Change change) {
            return new Paragraph(change.passage(), change.text().getFirst().text());
        }

        Change is(Change.Kind kind) {
            return new Change(kind, kind == Change.Kind.GONE ? cited : null, kind == Change.Kind.GONE ? null : cited,
                    List.of(new Change.Stretch(text, Change.Kind.SAME)));
        }

        Change is(Change.Kind kind, CitedPassage before) {
            return new Change(kind, before, cited, List.of(new Change.Stretch(text, Change.Kind.SAME)));
        }
    }

    /** Every paragraph of both, once, in the order of the later one; what is gone stands where it stood. */
    public static List<Change> of(List<CitedPassage> before, List<CitedPassage> after) {
        return between(Paragraph.of(before), Paragraph.of(after));
    }

    private static List<Change> between(List<Paragraph> before, List<Paragraph> after) {
        List<Change> changes = new ArrayList<>();
        for (Pair pair : pairs(folded(before), folded(after))) {
            if (pair.same()) {
                addSame(changes, pair.before(before), pair.after(after));
            } else {
                addChanged(changes, pair.before(before), pair.after(after));
            }
        }
        return moved(changes);
    }

    private static void addSame(List<Change> changes, List<Paragraph> old, List<Paragraph> fresh) {
        for (int i = 0; i < old.size(); i++) {
            changes.add(fresh.get(i).is(Change.Kind.SAME, old.get(i).cited()));
        }
    }

    /** Each new passage takes the place of the old one that it resembles most, if any; what is left of the old ones is gone. */
    private static void addChanged(List<Change> changes, List<Paragraph> old, List<Paragraph> fresh) {
        List<Set<String>> words = old.stream().map(Comparison::wordsOf).toList();
        Set<Integer> taken = new HashSet<>();
        int[] partners = new int[fresh.size()];
        for (int i = 0; i < fresh.size(); i++) {
            partners[i] = nearest(wordsOf(fresh.get(i)), i, words, taken);
            taken.add(partners[i]);
        }
        int told = 0;
        for (int i = 0; i < fresh.size(); i++) {
            for (; told < partners[i]; told++) {
                addGone(changes, old, told, taken);
            }
            changes.add(partners[i] < 0 ? fresh.get(i).is(Change.Kind.ADDED) : changed(old.get(partners[i]), fresh.get(i)));
        }
        for (; told < old.size(); told++) {
            addGone(changes, old, told, taken);
        }
    }

    private static void addGone(List<Change> changes, List<Paragraph> old, int at, Set<Integer> taken) {
        if (!taken.contains(at)) {
            changes.add(old.get(at).is(Change.Kind.GONE));
        }
    }

    /** @return the place of the one with most words in common; -1 where none has enough */
    private static int nearest(Set<String> words, int at, List<Set<String>> old, Set<Integer> taken) {
        int nearest = -1;
        double most = CHANGED;
        for (int i = Math.max(0, at - REACH); i < Math.min(old.size(), at + REACH); i++) {
            double common = taken.contains(i) ? 0 : 2.0 * old.get(i).stream().filter(words::contains).count() / (old.get(i).size() + words.size());
            if (common >= most && (nearest < 0 || common > most)) {
                nearest = i;
                most = common;
            }
        }
        return nearest;
    }

    private static Change changed(Paragraph old, Paragraph fresh) {
        List<String> before = words(old);
        List<String> after = words(fresh);
        List<Change.Stretch> text = new ArrayList<>();
        for (Pair pair : pairs(before.stream().map(Quotation::fold).toList(), after.stream().map(Quotation::fold).toList())) {
            if (!pair.same() && pair.end() > pair.start()) {
                text.add(new Change.Stretch(String.join("", pair.before(before)), Change.Kind.GONE));
            }
            if (pair.endAfter() > pair.startAfter()) {
                text.add(new Change.Stretch(String.join("", pair.after(after)), pair.same() ? Change.Kind.SAME : Change.Kind.ADDED));
            }
        }
        return new Change(Change.Kind.CHANGED, old.cited(), fresh.cited(), text);
    }

    /** What went at one place and came at another has moved, or moved and changed, and is told once, where it stands now. */
    private static List<Change> moved(List<Change> changes) {
        List<Paragraph> gone = changes.stream().filter(change -> change.kind() == Change.Kind.GONE).map(Paragraph::of).toList();
        List<String> texts = folded(gone);
        List<Set<String>> words = gone.stream().map(Comparison::wordsOf).toList();
        Set<Integer> taken = new HashSet<>();
        List<Change> moved = new ArrayList<>(changes);
        moved.replaceAll(change -> change.kind() != Change.Kind.ADDED ? change : same(texts, folded(Paragraph.of(change).text()), taken)
                .map(i -> Paragraph.of(change).is(Change.Kind.MOVED, gone.get(i).cited())).orElse(change));
        moved.replaceAll(change -> change.kind() != Change.Kind.ADDED ? change : near(Paragraph.of(change), words, taken)
                .map(i -> changed(gone.get(i), Paragraph.of(change))).orElse(change));
        Set<Paragraph> told = taken.stream().map(gone::get).collect(Collectors.toSet());
        moved.removeIf(change -> change.kind() == Change.Kind.GONE && told.contains(Paragraph.of(change)));
        return moved;
    }

    private static Optional<Integer> same(List<String> texts, String text, Set<Integer> taken) {
        return IntStream.range(0, texts.size()).filter(i -> texts.get(i).equals(text)).boxed().filter(taken::add).findFirst();
    }

    private static Optional<Integer> near(Paragraph paragraph, List<Set<String>> words, Set<Integer> taken) {
        return Optional.of(nearest(wordsOf(paragraph), 0, words, taken)).filter(i -> i >= 0).filter(taken::add);
    }

    /** What both lists have alike at one place, or all that differs between two such places; ends are exclusive. */
    private record Pair(boolean same, int start, int end, int startAfter, int endAfter) {

        <T> List<T> before(List<T> all) {
            return all.subList(start, end);
        }

        <T> List<T> after(List<T> all) {
            return all.subList(startAfter, endAfter);
        }

        Pair and(Pair next) {
            return new Pair(false, start, Math.max(end, next.end), startAfter, Math.max(endAfter, next.endAfter));
        }
    }

    private static List<Pair> pairs(List<String> before, List<String> after) {
        List<Pair> pairs = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>(), null, true).getDeltas()) {
            Pair pair = new Pair(delta.getType() == DeltaType.EQUAL, delta.getSource().getPosition(), delta.getSource().last() + 1,
                    delta.getTarget().getPosition(), delta.getTarget().last() + 1);
            if (pairs.isEmpty() || pair.same() || pairs.getLast().same()) {
                pairs.add(pair);
            } else {
                pairs.add(pairs.removeLast().and(pair));
            }
        }
        return pairs;
    }

    private static List<String> words(Paragraph paragraph) {
        return Arrays.asList(paragraph.text().split("(?<=\\s)(?=\\S)"));
    }

    private static Set<String> wordsOf(Paragraph paragraph) {
        return new HashSet<>(Arrays.asList(folded(paragraph.text()).split("[^\\p{L}\\p{N}]+")));
    }

    private static List<String> folded(List<Paragraph> paragraphs) {
        return paragraphs.stream().map(paragraph -> folded(paragraph.text())).toList();
    }

    /** Without the number that is printed before it, which it gets from those before it. */
    private static String folded(String text) {
        return NUMBER.matcher(Quotation.fold(text)).replaceFirst("");
    }
}
