package org.rapporteur.report;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapporteur.call.Call;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.rapporteur.extraction.Extraction;
import org.rapporteur.extraction.Extractions;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryOutcome;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Submissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts the papers in force together for a collection, from what was read of them; nothing is parsed again. */
@Component
class CollectedPapers {

    private static final Logger LOG = LoggerFactory.getLogger(CollectedPapers.class);

    private final Submissions submissions;
    private final Deliveries deliveries;
    private final Extractions extractions;
    private final Passages passages;
    private final Clock clock;

    CollectedPapers(Submissions submissions, Deliveries deliveries, Extractions extractions, Passages passages, Clock clock) {
        this.submissions = submissions;
        this.deliveries = deliveries;
        this.extractions = extractions;
        this.passages = passages;
        this.clock = clock;
    }

    /** @param ordinal where it is issued; null for a working copy */
    Collection of(Call call, Edition edition, Locale language, @Nullable Integer ordinal) {
        List<Revision> inForce = submissions.inForce(call.id());
        List<CitedPassage> shown = edition == Edition.PUBLIC ? passages.forEverybody(call.id()) : passages.inForce(call.id());
        Map<Long, List<CitedPassage>> byExtraction = shown.stream().collect(Collectors.groupingBy(cited -> cited.passage().extraction()));
        List<CollectedPaper> papers = inForce.stream().map(revision -> paper(revision, byExtraction, edition, language))
                .sorted(Comparator.comparing((CollectedPaper paper) -> paper.countries().getFirst(), Countries.order(language))
                        .thenComparing(CollectedPaper::number)).toList();
        Set<CountryCode> there = papers.stream().flatMap(paper -> paper.countries().stream()).collect(Collectors.toCollection(HashSet::new));
        List<Collection.Unread> unread = unread(call, there).stream().sorted(Comparator.comparing(Collection.Unread::country, Countries.order(language))
                .thenComparing(Collection.Unread::arrivedAt)).toList();
        unread.forEach(one -> there.add(one.country()));
        List<CountryCode> missing = call.content().invited().stream().filter(country -> !there.contains(country)).sorted(Countries.order(language)).toList();
        return new Collection(call, edition, language, clock.instant().truncatedTo(ChronoUnit.MICROS), ordinal, papers, unread, missing);
    }

    private CollectedPaper paper(Revision revision, Map<Long, List<CitedPassage>> shown, Edition edition, Locale language) {
        Map<Long, Part> parts = deliveries.partsWith(revision.documents().stream().map(Revision.Document::part).toList()).stream()
                .collect(Collectors.toMap(Part::id, Function.identity()));
        List<CollectedPaper.Document> documents = new ArrayList<>();
        List<CitedPassage> ofPaper = new ArrayList<>();
        for (Revision.Document document : revision.documents()) {
            Part part = parts.get(document.part());
            Extraction read = read(revision, part);
            List<CitedPassage> own = read == null ? List.of() : shown.getOrDefault(read.id(), List.of());
            ofPaper.addAll(own);
            CollectedText text = read == null ? new CollectedText.Unreadable(part.cause() == null ? "" : part.cause())
                    : edition == Edition.PUBLIC ? new OpenText(read.blocks(), own).text() : new OpenText(read.blocks()).text();
            documents.add(new CollectedPaper.Document(part.id(), document.role(), part.name(), read == null ? "und" : read.language(), part.original(), text));
        }
        return new CollectedPaper(revision.id(), revision.submission().number(), revision.ordinal(), revision.submission().countries(),
                revision.acceptedAt(), documents, rules(ofPaper, language));
    }

    /** What was read of a part; null where nothing was, or where it no longer can be: one broken paper is no reason not to print the others. */
    private @Nullable Extraction read(Revision revision, Part part) {
        try {
            return extractions.latest(List.of(part.id())).stream().filter(extraction -> !extraction.blocks().isEmpty()).findFirst().orElse(null);
        } catch (RuntimeException broken) {
            LOG.error("what was read of part {} of {} is broken; read the paper again", part.id(), revision.submission().number(), broken);
            return null;
        }
    }

    /** Papers of invited countries that wait for a person because they could not be read. */
    private List<Collection.Unread> unread(Call call, Set<CountryCode> there) {
        List<Delivery> held = deliveries.of(call.id()).stream().filter(delivery -> delivery.outcome() == DeliveryOutcome.HELD)
                .filter(delivery -> delivery.country() != null && call.invites(delivery.country()) && !there.contains(delivery.country())).toList();
        Map<Long, String> causes = deliveries.parts(held.stream().map(Delivery::id).toList()).stream().filter(part -> part.cause() != null)
                .collect(Collectors.toMap(Part::delivery, Part::cause, (first, later) -> first));
        return held.stream().filter(delivery -> causes.containsKey(delivery.id()))
                .map(delivery -> new Collection.Unread(delivery.country(), delivery.arrivedAt(), causes.get(delivery.id()))).toList();
    }

    private static List<CollectedPaper.Rule> rules(List<CitedPassage> passages, Locale language) {
        return Stream.of(rule("RESTRICTED", passages.stream().filter(cited -> cited.access() == Access.RESTRICTED).toList(), passages, language),
                rule("UNNAMED", passages.stream().filter(cited -> cited.attribution() == Attribution.UNNAMED).toList(), passages, language),
                rule("NOT_FOR_QUOTATION", passages.stream().filter(cited -> cited.attribution() == Attribution.NOT_FOR_QUOTATION).toList(), passages, language))
                .flatMap(List::stream).toList();
    }

    private static List<CollectedPaper.Rule> rule(String word, List<CitedPassage> under, List<CitedPassage> all, Locale language) {
        if (under.isEmpty()) {
            return List.of();
        }
        return List.of(new CollectedPaper.Rule(word, under.size() == all.size() ? List.of()
                : under.stream().map(cited -> cited.citation(language)).distinct().toList()));
    }
}
