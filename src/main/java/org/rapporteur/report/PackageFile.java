package org.rapporteur.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rapporteur.call.Call;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.Codebooks;
import org.rapporteur.submission.Sha256;
import org.rapporteur.synthesis.Draft;
import org.rapporteur.synthesis.Drafts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes a package: papers, texts, codings and the latest draft in one ZIP that anybody can check without this house. */
@Component
public final class PackageFile {

    private final PackagedPapers papers;
    private final Drafts drafts;
    private final Codebooks codebooks;
    private final ReportSettings settings;

    PackageFile(PackagedPapers papers, Drafts drafts, Codebooks codebooks, @Value("${rapporteur.data}/drafts/.work") Path work,
            @Value("${rapporteur.desk.address:http://127.0.0.1:8080}") URI desk) {
        this.papers = papers;
        this.drafts = drafts;
        this.codebooks = codebooks;
        this.settings = new ReportSettings(desk, work, LibreOffice.find());
    }

    /**
     * A package and its file.
     *
     * @param files in it, the manifest not counted
     * @param manifest the hash of the manifest, by which the whole is known
     * @param leftOut what is not in it, as sentences
     */
    public record Written(Path file, Edition edition, int files, Map<String, Integer> counts, Sha256 manifest, List<String> leftOut, double seconds) {}

    /** Writes the file; what stood there is replaced only when all is written. The same state of the house gives the same bytes. */
    public Written write(Call call, boolean everybody, Path out) {
        long start = System.nanoTime();
        PackagedPapers.Found found = papers.of(call, everybody);
        List<PackageEntry> entries = new ArrayList<>(found.entries());
        Map<String, Integer> counts = new TreeMap<>(found.counts());
        List<String> leftOut = new ArrayList<>(found.leftOut());
        codings(call, found, entries, counts);
        draft(call, everybody, found, entries, counts, leftOut);
        Edition edition = everybody ? Edition.PUBLIC : Edition.INTERNAL;
        entries.add(PackageEntry.text("README.txt", readme(call, edition, leftOut)));
        Sha256 manifest = PackageWriter.write(out, PackageManifest.head(edition.word(), call.code().value(), call.content().title(), counts, leftOut), entries);
        return new Written(out, edition, entries.size(), counts, manifest, leftOut, (System.nanoTime() - start) / 1e9);
    }

    private void codings(Call call, PackagedPapers.Found found, List<PackageEntry> entries, Map<String, Integer> counts) {
        Codebook codebook = codebooks.of(call);
        RefiProject project = new ProjectExport(call, codebook).project(found.documents());
        CodingTable table = new CodingTable(call, codebook, settings.deskAddress());
        try {
            entries.add(PackageEntry.of(PackageCheck.PROJECT, ExchangeFolder.write(ProjectXml.write(project), ProjectXml.texts(project.sources()))));
            ByteArrayOutputStream csv = new ByteArrayOutputStream();
            counts.put("codings", CsvTable.write(new OutputStreamWriter(csv, StandardCharsets.UTF_8), table.fields().stream()
                    .map(CodingTable.Field::heading).toList(), table.rows(found.documents()).iterator()));
            entries.add(PackageEntry.of(PackageCheck.CODINGS, csv.toByteArray()));
            counts.put("codingsOfProject", project.sources().stream().flatMap(source -> source.selections().stream())
                    .mapToInt(selection -> selection.codings().size()).sum());
        } catch (IOException impossible) {
            throw new UncheckedIOException("a file in memory cannot be written", impossible);
        }
    }

    private void draft(Call call, boolean everybody, PackagedPapers.Found found, List<PackageEntry> entries, Map<String, Integer> counts,
            List<String> leftOut) {
        Optional<Draft> latest = drafts.latest(call.id(), call.content().reports().getFirst().key());
        if (latest.isEmpty()) {
            leftOut.add("a draft, because none has been made");
            return;
        }
        OpenDraft open = everybody ? new OpenDraft(latest.get(), found.passages(), found.failing()) : null;
        Draft draft = open == null ? latest.get() : open.draft();
        if (open != null) {
            leftOut.add(open.leftOut() + " sentences of the draft that rest on what is left out, or quote what a country says of a failure; its table of marks");
        }
        PackagedDraft packaged = PackagedDraft.of(draft, found.passages());
        entries.add(PackageEntry.json(PackagedDraft.FILE, packaged));
        entries.add(PackageEntry.of("statements.csv", csv(packaged)));
        entries.add(PackageEntry.of(PackageCheck.DRAFT, new SynthesisDocument().bytes(draft, settings)));
        counts.put("statements", packaged.statements().size());
        counts.put("quotations", (int) packaged.statements().stream().flatMap(statement -> statement.evidence().stream())
                .filter(evidence -> evidence.quotation() != null).count());
    }

    private static byte[] csv(PackagedDraft draft) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (PackagedDraft.Statement statement : draft.statements()) {
            for (PackagedDraft.Evidence evidence : statement.evidence()) {
                List<@Nullable Object> row = new ArrayList<>();
                Collections.addAll(row, statement.id(), statement.chapter(), statement.section(), statement.form(), statement.code(),
                        statement.text(), statement.counted(), statement.of(), evidence.country(), evidence.submission(), evidence.citation(),
                        evidence.quotation());
                rows.add(row);
            }
        }
        try {
            CsvTable.write(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), List.of("statement", "chapter", "section", "form", "code", "text",
                    "counted", "of", "country", "submission", "citation", "quotation"), rows.iterator());
        } catch (IOException impossible) {
            throw new UncheckedIOException("a table in memory cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    private static String readme(Call call, Edition edition, List<String> leftOut) {
        return """
                %s (%s): country papers, what was coded on them, and the latest draft of the synthesis. Edition: %s.

                manifest.json      every file with its size and SHA-256, and what is counted
                papers.json        the papers, with the hashes of the files that countries sent
                originals/         these files, in the internal edition
                texts/             what was read of them
                passages.json      where the passages stand in the texts
                codings.qdpx       texts, codebook and codings for programs of qualitative analysis (REFI-QDA)
                codings.csv        the codings that count, one a row
                statements.json    the sentences of the draft with their evidence; statements.csv the same as a table
                draft.docx         the draft
                bibliography.bib   the papers for BibTeX; bibliography.json for the Citation Style Language

                Check it with: rapporteur verify FILE.zip

                Left out:
                %s""".formatted(call.content().title(), call.code(), edition.word(), leftOut.isEmpty() ? "nothing\n"
                : String.join("\n", leftOut.stream().map(sentence -> "- " + sentence).toList()) + "\n");
    }
}
