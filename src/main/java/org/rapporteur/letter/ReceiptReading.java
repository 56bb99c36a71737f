package org.rapporteur.letter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapporteur.call.Call;
import org.rapporteur.call.GuidelineQuestion;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.EffectiveCoding;
import org.rapporteur.coding.Outcome;
import org.rapporteur.extraction.Cause;
import org.rapporteur.extraction.Extraction;
import org.rapporteur.extraction.Extractions;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.PartStanding;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.StandIn;
import org.rapporteur.submission.StandIns;
import org.rapporteur.submission.Submissions;
import org.springframework.stereotype.Component;

/** Collects what a receipt can tell. It tells what is stored and nothing else. */
@Component
class ReceiptReading {

    private final Deliveries deliveries;
    private final Submissions submissions;
    private final Extractions extractions;
    private final Coded coded;
    private final StandIns standIns;

    ReceiptReading(Deliveries deliveries, Submissions submissions, Extractions extractions, Coded coded, StandIns standIns) {
        this.deliveries = deliveries;
        this.submissions = submissions;
        this.extractions = extractions;
        this.coded = coded;
        this.standIns = standIns;
    }

    ReceiptFacts of(Call call, Delivery delivery) {
        List<Part> own = deliveries.parts(delivery.id()).stream().filter(part -> part.standing() == PartStanding.DOCUMENT).toList();
        Map<Long, Extraction> texts = extractions.latest(own.stream().map(Part::id).toList()).stream()
                .collect(Collectors.toMap(Extraction::part, Function.identity()));
        Map<Sha256, StandIn> standing = standIns.of(delivery.id()).stream().collect(Collectors.toMap(StandIn::original, Function.identity(), (one, same) -> same));
        Optional<Revision> revision = submissions.broughtBy(call.id(), delivery.id());
        List<Long> inForce = revision.stream().flatMap(one -> one.documents().stream()).map(Revision.Document::part).toList();
        List<GuidelineQuestion> found = revision.isEmpty() ? List.of() : found(call, inForce);
        return new ReceiptFacts(call, delivery, revision,
                own.stream().filter(part -> texts.containsKey(part.id())).map(part -> read(part, texts.get(part.id()), standing.get(part.original()))).toList(),
                own.stream().filter(part -> part.cause() != null)
                        .map(part -> new ReceiptFacts.Unread(part.name(), part.original(), Cause.valueOf(part.cause()))).toList(),
                deliveries.partsWith(inForce).stream().filter(part -> part.delivery() != delivery.id()).map(Part::name).toList(),
                found, revision.isEmpty() ? List.of() : without(call.content().guidelines(), found));
    }

    private static ReceiptFacts.Read read(Part part, Extraction text, @Nullable StandIn standIn) {
        int words = text.blocks().stream().mapToInt(block -> block.text().strip().split("\\s+").length).sum();
        return new ReceiptFacts.Read(part.name(), text.mediaType(), text.pages(), words, text.language(), part.original(),
                standIn == null ? null : standIn.of());
    }

    private List<GuidelineQuestion> found(Call call, Collection<Long> parts) {
        Codebook codebook = coded.codebook(call);
        List<EffectiveCoding> codings = coded.answering(call, extractions.latestKeys(parts)).values().stream().flatMap(List::stream).toList();
        return call.content().guidelines().stream()
                .filter(question -> codings.stream().anyMatch(coding -> answers(question, coding, codebook))).toList();
    }

    /** A coding answers under its own code, under those above it, and by what it reports. */
    private static boolean answers(GuidelineQuestion question, EffectiveCoding coding, Codebook codebook) {
        Stream<String> codes = Stream.of(Optional.of(coding.code()), codebook.questionOf(coding.code()).map(Code::id),
                codebook.themeOf(coding.code()).map(Code::id)).flatMap(Optional::stream).map(CodeId::value);
        return Stream.concat(codes, reported(coding.outcome())).anyMatch(question.answeredBy()::contains);
    }

    private static Stream<String> reported(Outcome outcome) {
        return switch (outcome) {
            case NONE -> Stream.empty();
            case BOTH -> Stream.of(Outcome.SUCCESS.word(), Outcome.FAILURE.word());
            case SUCCESS, FAILURE -> Stream.of(outcome.word());
        };
    }

    private static List<GuidelineQuestion> without(List<GuidelineQuestion> all, List<GuidelineQuestion> some) {
        List<GuidelineQuestion> rest = new ArrayList<>(all);
        rest.removeAll(some);
        return rest;
    }
}
