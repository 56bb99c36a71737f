package org.rapporteur.coding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.passage.Locator;
import org.rapporteur.passage.Passage;
import org.rapporteur.submission.Sha256;

/**
 * What was learnt from coded passages: how probable it is that a passage is about a theme, or about a part of the framework, and what it
 * reports of it. It knows those codes that the passages name and the codebook has; of others it says nothing. Two regressions, over stems and
 * over pieces of words, are asked about each code, and their mean counts: they err at different places.
 */
final class CodingModel {

    private static final double CLOSE_TO_STEMS = 30;
    private static final double CLOSE_TO_PIECES = 10;
    private static final int MOST_TERMS = 5;
    /** of fewer passages that have a code, or have it not, nothing is learnt about it: its cues go on deciding */
    private static final int FEWEST = 8;
    private static final String SETTINGS = "stems 1-2 c30, pieces 3-5 c10, hints 0.1, outcome c10; 1";

    private final Sight sight;
    private final Map<CodeId, Pair> codes;
    private final LinearClassifier outcome;
    private final Codebook codebook;
    private final String version;

    private CodingModel(Sight sight, Map<CodeId, Pair> codes, LinearClassifier outcome, Codebook codebook, String version) {
        this.sight = sight;
        this.codes = codes;
        this.outcome = outcome;
        this.codebook = codebook;
        this.version = version;
    }

    /** @param prior by how much a code is less common than among what was learnt from, in logits */
    private record Pair(LinearClassifier byStems, LinearClassifier byPieces, double prior) {

        double probability(Seen seen) {
            return (byStems.probability(seen.stems(), prior) + byPieces.probability(seen.pieces(), prior)) / 2;
        }
    }

    /** How texts are looked at. */
    private record Sight(StemSpace stems, PieceSpace pieces, Features byStems, Features byPieces, Features byBoth) {

        static Sight on(List<Tokens> texts, Codebook codebook) {
            StemSpace stems = new StemSpace(texts);
            PieceSpace pieces = new PieceSpace(texts);
            List<String> codes = codebook.all().stream().map(code -> code.id().value()).toList();
            return new Sight(stems, pieces, new Features(List.of(stems), codes), new Features(List.of(pieces), codes),
                    new Features(List.of(stems, pieces), Arrays.stream(Outcome.values()).map(Outcome::word).toList()));
        }

        Seen of(Tokens text, List<Hit> hits, Codebook codebook) {
            FeatureSpace.Point stem = stems.point(text);
            FeatureSpace.Point piece = pieces.point(text);
            Set<String> hints = hints(hits, codebook);
            return new Seen(byStems.given(List.of(stem), hints), byPieces.given(List.of(piece), hints),
                    byBoth.given(List.of(stem, piece), Set.of(byCues(hits).word())));
        }
    }

    /** A text as it is looked at. */
    record Seen(Features.Given stems, Features.Given pieces, Features.Given both) {}

    /** The codes that a model may know. */
    static Stream<Code> learnable(Codebook codebook) {
        return Stream.concat(codebook.themes().stream(), codebook.of(CodeKind.FRAMEWORK).stream());
    }

    /**
     * From here on a code counts: where precision and recall balance in folds over the gold passages ({@code evaluate --cross-validate}). It is
     * below one half because most passages have none of the codes; the rarer, the lower.
     */
    static double threshold(CodeKind kind) {
        return kind == CodeKind.FRAMEWORK ? 0.2 : 0.38;
    }

    /**
     * Learns from coded passages; empty where they name none of the codes.
     *
     * @param training in any order; the same set gives the same model
     */
    static Optional<CodingModel> train(Codebook codebook, CueFinder cues, List<TrainingPassage> training) {
        List<TrainingPassage> sorted = training.stream().sorted(Comparator.comparing(TrainingPassage::id).thenComparing(TrainingPassage::text)).toList();
        List<Code> known = learnable(codebook).filter(code -> sorted.stream().filter(passage -> passage.has().contains(code.id())).count() >= FEWEST)
                .filter(code -> sorted.stream().filter(passage -> passage.hasNot().contains(code.id())).count() >= FEWEST).toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        List<CueFinder.Found> found = cues.find(sorted.stream().map(CodingModel::passage).toList());
        List<Tokens> texts = found.stream().map(CueFinder.Found::tokens).toList();
        Sight sight = Sight.on(texts, codebook);
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            lessons.add(new Lesson(sorted.get(i), sight.of(texts.get(i), found.get(i).standing(), codebook)));
        }
        // the longest first
        CompletableFuture<LinearClassifier> outcome = CompletableFuture.supplyAsync(() -> learn(sight.byBoth(),
                lessons.stream().filter(lesson -> lesson.passage().outcome().isPresent()).toList(), Seen::both, passage -> passage.outcome().orElseThrow().ordinal(),
                CLOSE_TO_PIECES));
        Map<CodeId, Pair> codes = new ConcurrentHashMap<>();
        known.parallelStream().forEach(code -> {
            List<Lesson> own = lessons.stream().filter(lesson -> lesson.passage().says(code.id())).toList();
            ToIntFunction<TrainingPassage> label = passage -> passage.has().contains(code.id()) ? 1 : 0;
            codes.put(code.id(), new Pair(learn(sight.byStems(), own, Seen::stems, label, CLOSE_TO_STEMS),
                    learn(sight.byPieces(), own, Seen::pieces, label, CLOSE_TO_PIECES), prior(code.id(), own)));
        });
        Map<CodeId, Pair> inOrder = new LinkedHashMap<>();
        known.forEach(code -> inOrder.put(code.id(), codes.get(code.id())));
        return Optional.of(new CodingModel(sight, inOrder, outcome.join(), codebook, version(sorted)));
    }

    /**
     * People decide mostly on what was proposed, and accept most of it, so that a code is more common among decisions than among passages. What is
     * learnt of its words stands; how common it is, those passages tell that were read for every code: G. King and L. Zeng, "Logistic Regression in
     * Rare Events Data", Political Analysis 9 (2001), section 4.1, prior correction.
     */
    private static double prior(CodeId code, List<Lesson> lessons) {
        List<TrainingPassage> all = lessons.stream().map(Lesson::passage).toList();
        List<TrainingPassage> whole = all.stream().filter(TrainingPassage::whole).toList();
        long has = whole.stream().filter(passage -> passage.has().contains(code)).count();
        return has == 0 || has == whole.size() ? 0 : Math.min(0, logit(has, whole.size()) - logit(all.stream().filter(passage -> passage.has().contains(code)).count(), all.size()));
    }

    private static double logit(long some, int all) {
        return Math.log((double) some / (all - some));
    }

    /** A passage to learn from, as it is looked at. */
    private record Lesson(TrainingPassage passage, Seen seen) {}

    private static LinearClassifier learn(Features features, List<Lesson> lessons, Function<Seen, Features.Given> look, ToIntFunction<TrainingPassage> label,
            double closeness) {
        return LinearClassifier.train(features, lessons.stream().map(lesson -> look.apply(lesson.seen())).toList(),
                lessons.stream().mapToInt(lesson -> label.applyAsInt(lesson.passage())).toArray(), closeness);
    }

    /** Tells models apart: those of the same settings and passages have the same, 12 hexadecimal digits. */
    String version() {
        return version;
    }

    /** What it says of a text in which these cues stand. */
    Opinion on(Tokens tokens, List<Hit> hits) {
        Seen seen = sight.of(tokens, hits, codebook);
        Map<CodeId, Double> probabilities = new LinkedHashMap<>();
        codes.forEach((code, pair) -> probabilities.put(code, pair.probability(seen)));
        double[] outcomes = outcome.probabilities(seen.both());
        Outcome likeliest = Arrays.stream(Outcome.values()).filter(one -> one.ordinal() < outcomes.length)
                .max(Comparator.comparingDouble(one -> outcomes[one.ordinal()])).orElseThrow();
        return new Opinion(this, tokens, seen, probabilities, likeliest);
    }

    /**
     * What a model says of a passage.
     *
     * @param codes how probable each code is that it knows, in the order of the codebook
     * @param outcome the likeliest
     */
    record Opinion(CodingModel model, Tokens tokens, Seen seen, Map<CodeId, Double> codes, Outcome outcome) {

        /** How much each word speaks for a code, in logits, in the order of the text; negative where it speaks against it. */
        double[] shares(CodeId code) {
            Pair pair = model.codes.get(code);
            double[] shares = new double[tokens.all().size()];
            seen.stems().points().getFirst().share(pair.byStems().weight(1), shares);
            seen.pieces().points().getFirst().share(pair.byPieces().weight(1), shares);
            return Arrays.stream(shares).map(share -> share / 2).toArray();
        }

        /**
         * The words that speak most for a code, the strongest first, at most {@value CodingModel#MOST_TERMS}, each once.
         *
         * @param shares what the words speak for it; those that speak against it, where it is given with the other sign
         */
        List<String> terms(double[] shares) {
            List<String> terms = new ArrayList<>();
            double below = Double.POSITIVE_INFINITY;
            while (terms.size() < MOST_TERMS) {
                int best = -1;
                for (int i = 0; i < shares.length; i++) {
                    best = shares[i] > 0 && shares[i] < below && (best < 0 || shares[i] > shares[best]) ? i : best;
                }
                if (best < 0) {
                    break;
                }
                below = shares[best];
                String word = tokens.all().get(best).forms().plain();
                if (!terms.contains(word)) {
                    terms.add(word);
                }
            }
            return terms;
        }
    }

    /** What the outcome cues of a passage say taken together. */
    static Outcome byCues(List<Hit> hits) {
        return hits.stream().map(Hit::code).filter(code -> code.kind() == CodeKind.OUTCOME)
                .map(code -> Outcome.valueOf(code.id().value().toUpperCase(Locale.ROOT))).reduce(Outcome.NONE, Outcome::and);
    }

    private static Set<String> hints(List<Hit> hits, Codebook codebook) {
        Set<String> hints = new HashSet<>();
        for (Hit hit : hits) {
            if (hit.code().kind() != CodeKind.STATUS && hit.code().kind() != CodeKind.OUTCOME) {
                hints.add(hit.code().id().value());
                codebook.themeOf(hit.code().id()).ifPresent(theme -> hints.add(theme.id().value()));
                codebook.questionOf(hit.code().id()).ifPresent(question -> hints.add(question.id().value()));
            }
        }
        return hints;
    }

    private static Passage passage(TrainingPassage training) {
        return new Passage(1, 1, 1, new Locator(null, null, List.of(), 0, training.text().length()), training.language(), training.text());
    }

    private static String version(List<TrainingPassage> training) {
        return Sha256.of(training.stream().map(passage -> passage.text() + words(passage.has()) + words(passage.hasNot())
                + passage.outcome().map(Outcome::word).orElse("")).collect(Collectors.joining("\n", settings(training) + "\n", ""))).hex().substring(0, 12);
    }

    private static String settings(List<TrainingPassage> training) {
        return training.stream().allMatch(TrainingPassage::whole) ? SETTINGS : SETTINGS + "; prior";
    }

    private static List<String> words(Set<CodeId> codes) {
        return codes.stream().map(CodeId::value).sorted().toList();
    }
}
