package org.rapporteur.coding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapporteur.passage.Passage;
import org.rapporteur.passage.Sentences;

/**
 * Puts the codes of a codebook on passages. Where a model knows the theme of a code, the code needs a cue that fires, and its score is how
 * probable the theme is; a theme, or a part of the framework, that is probable without any cue is put by itself. All other codes go by cues alone: their score grows with
 * the number n of different cues that fire, {@code 1 - 0.5^n}, and is no probability.
 */
public final class Coder {

    private static final Set<CodeKind> ABOUT_CODINGS = Set.of(CodeKind.STATUS, CodeKind.OUTCOME);
    private static final double EVEN = 0.5;

    private final Codebook codebook;
    private final CueFinder cues;
    private final Optional<CodingModel> model;

    /** A coder that goes by cues alone. */
    public Coder(Codebook codebook) {
        this(codebook, new CueFinder(codebook), Optional.empty());
    }

    private Coder(Codebook codebook, CueFinder cues, Optional<CodingModel> model) {
        this.codebook = codebook;
        this.cues = cues;
        this.model = model;
    }

    /** A coder that has learnt from coded passages; by cues alone where they name none of the codebook's themes. */
    static Coder trained(Codebook codebook, List<GoldPassage> training) {
        return trained(codebook, training, List.of());
    }

    /** Likewise, and from what people decided. */
    static Coder trained(Codebook codebook, List<GoldPassage> training, List<TrainingPassage> decided) {
        CueFinder cues = new CueFinder(codebook);
        return new Coder(codebook, cues, CodingModel.train(codebook, cues,
                Stream.concat(TrainingPassage.of(training, codebook).stream(), decided.stream()).toList()));
    }

    /** The version of the model; empty where it goes by cues alone. */
    public String version() {
        return model.map(CodingModel::version).orElse("");
    }

    /** The codings of a batch, in order of passage and codebook. */
    public List<Coding> code(List<Passage> batch) {
        List<CueFinder.Found> found = cues.find(batch);
        return IntStream.range(0, batch.size()).boxed().flatMap(i -> new OnePassage(batch.get(i), found.get(i)).codings().stream()).toList();
    }

    /** The cues that stand in each passage of a batch and are not cancelled, in the order of its text. */
    List<List<Why.Fired>> cues(List<Passage> batch) {
        return cues.find(batch).stream().map(found -> found.standing().stream().map(hit -> fired(hit, Optional.empty()))
                .sorted(Comparator.comparingInt(Why.Fired::start)).toList()).toList();
    }

    /** What a text as a whole reports. */
    Outcome outcome(Passage passage) {
        return new OnePassage(passage, cues.find(List.of(passage)).getFirst()).outcome();
    }

    /** Why a passage is coded as it is. */
    public Why why(Passage passage) {
        CueFinder.Found found = cues.find(List.of(passage)).getFirst();
        OnePassage one = new OnePassage(passage, found);
        List<Why.Fired> fired = Stream.concat(found.standing().stream().map(hit -> fired(hit, Optional.empty())),
                found.cancelled().stream().map(hit -> fired(hit, found.against().stream().filter(no -> no.code().equals(hit.code()) && no.overlaps(hit))
                        .map(no -> no.cue().text()).findFirst())))
                .sorted(Comparator.comparingInt(Why.Fired::start)).toList();
        List<Why.Judgement> judgements = one.opinion.stream().flatMap(said -> said.codes().entrySet().stream()
                .map(entry -> new Why.Judgement(entry.getKey(), entry.getValue(), threshold(codebook.find(entry.getKey()).orElseThrow()),
                        said.terms(said.shares(entry.getKey())), said.terms(Arrays.stream(said.shares(entry.getKey())).map(share -> -share).toArray())))).toList();
        return new Why(fired, judgements, one.codings(), version());
    }

    private static Why.Fired fired(Hit hit, Optional<String> cancelledBy) {
        return new Why.Fired(hit.code().id(), hit.cue().text(), hit.start(), hit.end(), cancelledBy);
    }

    private final class OnePassage {

        private final Passage passage;
        private final List<Hit> hits;
        private final Optional<CodingModel.Opinion> opinion;
        private final Map<CodeId, double[]> shares = new HashMap<>();
        private final Map<CodeId, String> terms = new HashMap<>();
        private @Nullable List<Sentences.Span> sentences;

        OnePassage(Passage passage, CueFinder.Found found) {
            this.passage = passage;
            this.hits = found.standing();
            this.opinion = model.map(learnt -> learnt.on(found.tokens(), hits));
        }

        List<Coding> codings() {
            Map<Code, List<Hit>> byCode = hits.stream().filter(hit -> !ABOUT_CODINGS.contains(hit.code().kind()))
                    .collect(Collectors.groupingBy(Hit::code, LinkedHashMap::new, Collectors.toList()));
            List<Coding> codings = new ArrayList<>();
            byCode.forEach((code, own) -> codings.add(byCue(code, own)));
            opinion.ifPresent(said -> said.codes().forEach((id, probability) -> {
                Code code = codebook.find(id).orElseThrow();
                // where its cue fired, what it scored is told with the cue
                if (probability >= threshold(code) && !byCode.containsKey(code) && codings.stream().noneMatch(coding -> isOf(id, coding))) {
                    codings.add(byModel(said, code, probability));
                }
            }));
            return codings;
        }

        Outcome outcome() {
            return opinion.map(CodingModel.Opinion::outcome).orElseGet(() -> CodingModel.byCues(hits));
        }

        private Coding byCue(Code code, List<Hit> own) {
            Hit best = own.stream().max((a, b) -> Integer.compare(a.cue().words(), b.cue().words())).orElseThrow();
            Optional<CodeId> judged = judged(code);
            double score = judged.map(known -> opinion.orElseThrow().codes().get(known)).orElseGet(() -> score(own));
            double threshold = judged.isPresent() ? threshold(code) : code.threshold();
            String terms = judged.filter(known -> score >= threshold).map(this::terms).orElse("");
            return new Coding(passage.id(), code.id(), score, threshold, status(best.start()), outcomeAt(best.start()), best.cue().text(), best.start(),
                    best.end(), terms);
        }

        /** The code that the model is asked about in its place: its theme, or itself; empty where it knows neither. */
        private Optional<CodeId> judged(Code code) {
            return opinion.flatMap(said -> codebook.themeOf(code.id()).or(() -> Optional.of(code)).map(Code::id).filter(said.codes()::containsKey));
        }

        /** On the sentence that speaks most for the code. */
        private Coding byModel(CodingModel.Opinion said, Code code, double probability) {
            double[] shares = shares(code.id());
            List<Tokens.Token> tokens = said.tokens().all();
            Sentences.Span best = sentences().getFirst();
            double most = Double.NEGATIVE_INFINITY;
            for (Sentences.Span sentence : sentences()) {
                double sum = IntStream.range(0, shares.length).filter(i -> sentence.start() <= tokens.get(i).start() && tokens.get(i).start() < sentence.end())
                        .mapToDouble(i -> shares[i]).sum();
                best = sum > most ? sentence : best;
                most = Math.max(sum, most);
            }
            return new Coding(passage.id(), code.id(), probability, threshold(code), status(best.start()), outcomeAt(best.start()), "", best.start(),
                    best.end(), terms(code.id()));
        }

        private String terms(CodeId code) {
            return terms.computeIfAbsent(code, one -> String.join(", ", opinion.orElseThrow().terms(shares(one))));
        }

        private double[] shares(CodeId code) {
            return shares.computeIfAbsent(code, opinion.orElseThrow()::shares);
        }

        /** Whether a coding that counts says the theme already. */
        private boolean isOf(CodeId theme, Coding coding) {
            return coding.counts() && codebook.themeOf(coding.code()).filter(known -> known.id().equals(theme)).isPresent();
        }

        private Status status(int place) {
            return near(CodeKind.STATUS, place).stream().map(hit -> hit.code().id().value()).map(word -> word.replace('-', '_').toUpperCase(Locale.ROOT))
                    .map(Status::valueOf).filter(status -> status != Status.IN_PLACE).findFirst().orElse(Status.IN_PLACE);
        }

        private Outcome outcomeAt(int place) {
            return opinion.isPresent() ? outcome() : CodingModel.byCues(near(CodeKind.OUTCOME, place));
        }

        /** Looked for where they are needed: most passages have no code. */
        private List<Sentences.Span> sentences() {
            if (sentences == null) {
                sentences = Sentences.of(passage.text(), 0, passage.text().length(), Locale.of(CueFinder.language(passage)));
            }
            return sentences;
        }

        /** What is said in the sentence of the place, else in the passage. */
        private List<Hit> near(CodeKind kind, int place) {
            List<Hit> all = hits.stream().filter(hit -> hit.code().kind() == kind).toList();
            if (all.isEmpty()) {
                return all;
            }
            List<Hit> same = sentences().stream().filter(span -> span.start() <= place && place < span.end()).findFirst()
                    .map(span -> all.stream().filter(hit -> span.start() <= hit.start() && hit.start() < span.end()).toList()).orElse(List.of());
            return same.isEmpty() ? all : same;
        }
    }

    /** The codebook asks for more or less than is usual by another threshold than 0.5; both are taken together in logits. */
    private static double threshold(Code code) {
        double usual = CodingModel.threshold(code.kind());
        double odds = usual / (1 - usual) * (code.threshold() / Math.max(1 - code.threshold(), Double.MIN_NORMAL));
        return code.threshold() == EVEN ? usual : odds / (1 + odds);
    }

    private static double score(List<Hit> hits) {
        return 1 - Math.pow(0.5, hits.stream().map(Hit::cue).distinct().count());
    }
}
