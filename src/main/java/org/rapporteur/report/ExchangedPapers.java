package org.rapporteur.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.CoderDecision;
import org.rapporteur.coding.CoderDecisions;
import org.rapporteur.coding.Codings;
import org.rapporteur.coding.EffectiveCoding;
import org.rapporteur.extraction.Extraction;
import org.rapporteur.extraction.Extractions;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.passage.Splitter;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.SubmissionNumber;
import org.rapporteur.submission.Submissions;
import org.springframework.stereotype.Component;

/** What is exchanged of a call: its documents in force, with what every coder and the machine say of their passages. */
@Component
class ExchangedPapers {

    private static final Actor SOMEBODY = new Actor("analyst");

    private final Submissions submissions;
    private final Extractions extractions;
    private final Passages passages;
    private final Codings codings;
    private final CoderDecisions decisions;

    ExchangedPapers(Submissions submissions, Extractions extractions, Passages passages, Codings codings, CoderDecisions decisions) {
        this.submissions = submissions;
        this.extractions = extractions;
        this.passages = passages;
        this.codings = codings;
        this.decisions = decisions;
    }

    /**
     * What was found to exchange.
     *
     * @param documents by number of the paper and place in it
     * @param leftOut what is not exchanged, as sentences
     */
    record Found(List<ExchangedDocument> documents, List<String> leftOut) {}

    /**
     * @param everybody whether it is for everybody, so that what is restricted, unnamed or not for quotation is left out, and who coded, what they
     *     rejected and their memos, which are internal
     */
    Found of(Call call, boolean everybody) {
        List<CitedPassage> inForce = passages.inForce(call.id());
        List<CitedPassage> shown = inForce.stream().filter(cited -> !everybody || isForEverybody(cited)).toList();
        Map<Long, List<CitedPassage>> byExtraction = shown.stream().collect(Collectors.groupingBy(cited -> cited.passage().extraction(),
                LinkedHashMap::new, Collectors.toList()));
        Map<Long, Long> all = inForce.stream().collect(Collectors.groupingBy(cited -> cited.passage().extraction(), Collectors.counting()));
        Map<Long, String> texts = texts(call);
        Said said = new Said(inForce, decisions.of(call), codings.effective(call), everybody);
        Map<SubmissionNumber, Integer> ordinals = new HashMap<>();
        List<ExchangedDocument> documents = byExtraction.entrySet().stream().map(entry -> document(ordinals.merge(entry.getValue().getFirst().submission(), 1,
                Integer::sum), entry.getValue(), all.get(entry.getKey()) == entry.getValue().size() ? texts.get(entry.getKey()) : null, said)).toList();
        List<String> leftOut = new ArrayList<>();
        tell(leftOut, inForce.size() - shown.size(), "passages that are restricted, unnamed or not for quotation");
        tell(leftOut, decisions.blind(call), "blind decisions, which nobody may see before they are adjudicated");
        tell(leftOut, said.lost(), "decisions on words that the papers in force no longer have");
        return new Found(documents, leftOut);
    }

    private Map<Long, String> texts(Call call) {
        List<Long> parts = submissions.inForce(call.id()).stream().flatMap(revision -> revision.documents().stream()).map(Revision.Document::part)
                .distinct().toList();
        return extractions.latest(parts).stream().collect(Collectors.toMap(Extraction::id, extraction -> Splitter.text(extraction.blocks())));
    }

    /** @param whole the text of the document; null where only some of its passages may be seen: headings between them might tell of the others */
    private static ExchangedDocument document(int ordinal, List<CitedPassage> passages, @Nullable String whole, Said said) {
        List<ExchangedDocument.Standing> standing = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (CitedPassage cited : passages) {
            String words = SourceText.unified(cited.passage().text());
            if (whole == null) {
                text.append(text.isEmpty() ? "" : "\n\n");
                standing.add(new ExchangedDocument.Standing(cited, text.length(), text.length() + words.length()));
                text.append(words);
            } else {
                int start = SourceText.unified(whole.substring(0, cited.passage().locator().start())).length();
                standing.add(new ExchangedDocument.Standing(cited, start, start + words.length()));
            }
        }
        return new ExchangedDocument(ordinal, whole == null ? text.toString() : SourceText.unified(whole), standing,
                passages.stream().collect(Collectors.toMap(cited -> cited.passage().id(), said::of)));
    }

    private static boolean isForEverybody(CitedPassage cited) {
        return cited.access() == Access.PUBLIC && cited.attribution() == Attribution.NAMED;
    }

    private static void tell(List<String> sentences, int count, String what) {
        if (count > 0) {
            sentences.add(count + " " + what);
        }
    }

    /** The same words of the same paper: what a decision is about. */
    private record Words(SubmissionNumber paper, Sha256 text) {

        private static Words of(CitedPassage cited) {
            return new Words(cited.submission(), Sha256.of(cited.passage().text()));
        }
    }

    /** All that is said of the passages. */
    private static final class Said {

        private final Map<Words, List<CoderDecision>> decisions = new HashMap<>();
        private final Map<Long, List<EffectiveCoding>> effective;
        private final int lost;
        private final boolean everybody;

        private Said(List<CitedPassage> inForce, List<CoderDecision> decisions, Map<Long, List<EffectiveCoding>> effective, boolean everybody) {
            this.everybody = everybody;
            decisions.stream().filter(decision -> !decision.undone())
                    .forEach(decision -> this.decisions.computeIfAbsent(new Words(decision.paper(), decision.text()), words -> new ArrayList<>()).add(decision));
            this.effective = effective;
            Set<Words> there = inForce.stream().map(Words::of).collect(Collectors.toSet());
            this.lost = this.decisions.entrySet().stream().filter(entry -> !there.contains(entry.getKey())).mapToInt(entry -> entry.getValue().size()).sum();
        }

        private int lost() {
            return lost;
        }

        private List<ExchangedCoding> of(CitedPassage cited) {
            List<CoderDecision> made = decisions.getOrDefault(Words.of(cited), List.of());
            Map<CodeId, CoderDecision> standing = made.stream().collect(Collectors.toMap(CoderDecision::code, decision -> decision, (one, later) -> later));
            record Coder(Actor coder, CodeId code) {}
            Map<Coder, CoderDecision> ofEach = new LinkedHashMap<>();
            made.forEach(decision -> ofEach.put(new Coder(decision.coder(), decision.code()), decision));
            List<ExchangedCoding> all = new ArrayList<>(effective.getOrDefault(cited.passage().id(), List.of()).stream()
                    .filter(coding -> !coding.confirmed()).map(Said::coding).toList());
            ofEach.values().forEach(decision -> all.add(coding(decision, decision == standing.get(decision.code()))));
            if (everybody) {
                all.removeIf(coding -> !coding.counts());
                all.replaceAll(Said::withoutNames);
            }
            all.sort(Comparator.comparing(ExchangedCoding::code).thenComparing(coding -> coding.at().orElse(Instant.MIN))
                    .thenComparing(coding -> coding.coder().name()));
            return all;
        }

        private static ExchangedCoding withoutNames(ExchangedCoding coding) {
            return new ExchangedCoding(coding.code(), coding.isOfMachine() ? coding.coder() : SOMEBODY, coding.isOfMachine() ? coding.at() : Optional.empty(), false, true,
                    coding.score(), coding.status(), coding.outcome(), coding.cue(), coding.start(), coding.end(), "");
        }

        private static ExchangedCoding coding(EffectiveCoding coding) {
            return new ExchangedCoding(coding.code(), Actor.MACHINE, Optional.empty(), false, true, coding.score(), coding.status(), coding.outcome(),
                    coding.cue(), coding.start(), coding.end(), "");
        }

        private static ExchangedCoding coding(CoderDecision decision, boolean counts) {
            return new ExchangedCoding(decision.code(), decision.coder(), Optional.of(decision.at()), decision.rejected(), counts && !decision.rejected(),
                    1, decision.status(), decision.outcome(), "", decision.start(), decision.end(), decision.memo());
        }
    }
}
