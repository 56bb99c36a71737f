package org.rapporteur.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapporteur.call.Call;
import org.rapporteur.coding.Outcome;
import org.rapporteur.country.CountryCode;
import org.rapporteur.extraction.Extraction;
import org.rapporteur.extraction.Extractions;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.submission.Originals;
import org.rapporteur.submission.Sha256;
import org.springframework.stereotype.Component;

/** The papers in force for a package: originals, texts, passages, and what is coded on them. */
@Component
class PackagedPapers {

    private final CollectedPapers collected;
    private final ExchangedPapers exchanged;
    private final Extractions extractions;
    private final Originals originals;

    PackagedPapers(CollectedPapers collected, ExchangedPapers exchanged, Extractions extractions, Originals originals) {
        this.collected = collected;
        this.exchanged = exchanged;
        this.extractions = extractions;
        this.originals = originals;
    }

    /**
     * What was found.
     *
     * @param documents as they are exchanged; in the public edition without codings of failures
     * @param failing codings of failures that the public edition leaves out
     * @param entries originals, texts, papers, passages, bibliography
     */
    record Found(Collection collection, List<ExchangedDocument> documents, Set<Failing> failing, List<PackageEntry> entries, List<String> leftOut,
            Map<String, Integer> counts) {

        /** Keys of the passages in the package. */
        Set<Long> passages() {
            return documents.stream().flatMap(document -> document.passages().stream()).map(standing -> standing.cited().passage().id())
                    .collect(Collectors.toSet());
        }
    }

    /** A code under which a passage tells of a failure. */
    record Failing(long passage, String code) {}

    Found of(Call call, boolean everybody) {
        Edition edition = everybody ? Edition.PUBLIC : Edition.INTERNAL;
        Collection collection = collected.of(call, edition, call.content().languages().getFirst(), null);
        ExchangedPapers.Found found = exchanged.of(call, everybody);
        Set<Failing> failing = everybody ? failing(found.documents()) : Set.of();
        List<ExchangedDocument> documents = everybody ? found.documents().stream().map(PackagedPapers::withoutFailures).toList() : found.documents();
        List<String> leftOut = new ArrayList<>(found.leftOut());
        if (everybody) {
            leftOut.add("the files that countries sent, which may hold more than is printed; their hashes are listed");
            leftOut.add(failing.size() + " codings of failures, which no country has cleared");
        }
        List<PackageEntry> entries = new ArrayList<>();
        Map<Long, String> texts = new HashMap<>();
        List<PackagedPaper> papers = collection.papers().stream().filter(paper -> !paper.isLeftOut())
                .map(paper -> paper(paper, documents, everybody, entries, texts)).toList();
        List<PackagedPassage> passages = documents.stream().flatMap(document -> document.passages().stream()
                .map(standing -> passage(texts.get(document.first().passage().extraction()), standing))).toList();
        entries.add(PackageEntry.json(PackagedPaper.FILE, papers));
        entries.add(PackageEntry.json(PackagedPassage.FILE, passages));
        Bibliography bibliography = new Bibliography(collection);
        entries.add(PackageEntry.text("bibliography.bib", bibliography.bibtex()));
        entries.add(PackageEntry.text("bibliography.json", bibliography.csl()));
        return new Found(collection, documents, failing, entries, leftOut, Map.of("papers", papers.size(), "documents",
                papers.stream().mapToInt(paper -> paper.documents().size()).sum(), "passages", passages.size()));
    }

    private PackagedPaper paper(CollectedPaper paper, List<ExchangedDocument> documents, boolean everybody, List<PackageEntry> entries,
            Map<Long, String> texts) {
        Map<Long, Extraction> read = extractions.latest(paper.documents().stream().map(CollectedPaper.Document::part).toList()).stream()
                .collect(Collectors.toMap(Extraction::part, Function.identity()));
        List<PackagedPaper.Document> packaged = new ArrayList<>();
        for (CollectedPaper.Document document : paper.documents()) {
            String stem = "%s-r%d-%d".formatted(paper.number(), paper.revision(), packaged.size() + 1);
            String original = everybody ? null : "originals/" + stem + ending(document.name());
            if (original != null) {
                entries.add(PackageEntry.file(original, originals.file(document.original())));
            }
            packaged.add(new PackagedPaper.Document(document.role().name().toLowerCase(Locale.ROOT).replace('_', ' '), document.name(), document.language(),
                    document.original().hex(), original, text(stem, read.get(document.part()), documents, entries, texts)));
        }
        return new PackagedPaper(paper.number().value(), paper.revision(), paper.countries().stream().map(CountryCode::value).toList(),
                paper.acceptedAt().toString(), packaged);
    }

    private static @Nullable String text(String stem, @Nullable Extraction read, List<ExchangedDocument> documents, List<PackageEntry> entries,
            Map<Long, String> texts) {
        return read == null ? null : documents.stream().filter(document -> document.first().passage().extraction() == read.id()).findFirst().map(document -> {
            String name = "texts/" + stem + ".txt";
            entries.add(PackageEntry.of(name, document.text().getBytes(StandardCharsets.UTF_8)));
            texts.put(read.id(), name);
            return name;
        }).orElse(null);
    }

    private static PackagedPassage passage(String text, ExchangedDocument.Standing standing) {
        CitedPassage cited = standing.cited();
        return new PackagedPassage(cited.passage().id(), text, standing.start(), standing.end(), Sha256.of(SourceText.unified(cited.passage().text())).hex(),
                cited.citation(Locale.ENGLISH), cited.passage().locator().page(), cited.passage().language());
    }

    private static Set<Failing> failing(List<ExchangedDocument> documents) {
        return documents.stream().flatMap(document -> document.codings().entrySet().stream()).flatMap(entry -> entry.getValue().stream()
                .filter(PackagedPapers::tellsOfFailure).map(coding -> new Failing(entry.getKey(), coding.code().value()))).collect(Collectors.toSet());
    }

    private static ExchangedDocument withoutFailures(ExchangedDocument document) {
        return new ExchangedDocument(document.ordinal(), document.text(), document.passages(), document.codings().entrySet().stream().collect(
                Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().stream().filter(coding -> !tellsOfFailure(coding)).toList())));
    }

    private static boolean tellsOfFailure(ExchangedCoding coding) {
        return coding.outcome() == Outcome.FAILURE || coding.outcome() == Outcome.BOTH;
    }

    /** The ending of a file name where it is a plain one, with its point. */
    private static String ending(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ending.matches("[a-z0-9]{1,5}") && name.contains(".") ? "." + ending : "";
    }
}
