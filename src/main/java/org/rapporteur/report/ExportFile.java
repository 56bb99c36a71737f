package org.rapporteur.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rapporteur.call.Call;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.Codebooks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes the codebook, the codings or the papers of a call into a file for other programs. */
@Component
public final class ExportFile {

    private final ExchangedPapers papers;
    private final CollectedPapers collected;
    private final Codebooks codebooks;
    private final URI desk;

    ExportFile(ExchangedPapers papers, CollectedPapers collected, Codebooks codebooks, @Value("${rapporteur.desk.address:http://127.0.0.1:8080}") URI desk) {
        this.papers = papers;
        this.collected = collected;
        this.codebooks = codebooks;
        this.desk = URI.create(desk.toString().replaceFirst("/+$", ""));
    }

    /** What the file is. */
    public enum Form {
        /** a REFI-QDA project: texts, codebook and codings */
        QDPX,
        /** a REFI-QDA codebook */
        QDC,
        XLSX,
        CSV,
        /** the papers as BibTeX */
        BIB,
        /** the papers as the JSON of the Citation Style Language */
        JSON
    }

    /**
     * What was written.
     *
     * @param counts by what was counted: documents, codes, codings
     * @param leftOut what is not in it, as sentences
     */
    public record Written(Path file, Map<String, Integer> counts, List<String> leftOut) {}

    /**
     * Writes the file; what stood there is replaced only when all is written.
     *
     * @param everybody whether it is for everybody: restricted, unnamed and unquotable passages are left out
     */
    public Written write(Call call, Form form, Path file, boolean everybody) {
        Codebook codebook = codebooks.of(call);
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>();
        try {
            byte[] bytes = switch (form) {
                case QDC -> codebook(call, codebook, counts);
                case BIB, JSON -> bibliography(call, form, everybody, counts, leftOut);
                case QDPX, XLSX, CSV -> papers(call, codebook, form, papers.of(call, everybody), counts, leftOut);
            };
            WholeFile.save(bytes, file);
            return new Written(file, counts, leftOut);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static byte[] codebook(Call call, Codebook codebook, Map<String, Integer> counts) {
        counts.put("codes", codebook.all().size());
        return CodebookXml.write(new CodeTree(call.code(), codebook).codes());
    }

    private byte[] bibliography(Call call, Form form, boolean everybody, Map<String, Integer> counts, List<String> leftOut) {
        Collection collection = collected.of(call, everybody ? Edition.PUBLIC : Edition.INTERNAL, call.content().languages().getFirst(), null);
        Bibliography bibliography = new Bibliography(collection);
        counts.put("papers", bibliography.size());
        if (bibliography.size() < collection.papers().size()) {
            leftOut.add((collection.papers().size() - bibliography.size()) + " papers that are restricted, unnamed or not for quotation");
        }
        return (form == Form.BIB ? bibliography.bibtex() : bibliography.csl()).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] papers(Call call, Codebook codebook, Form form, ExchangedPapers.Found found, Map<String, Integer> counts, List<String> leftOut)
            throws IOException {
        leftOut.addAll(found.leftOut());
        counts.put("documents", found.documents().size());
        if (form == Form.QDPX) {
            RefiProject project = new ProjectExport(call, codebook).project(found.documents());
            counts.put("codes", codebook.all().size());
            counts.put("codings", project.sources().stream().flatMap(source -> source.selections().stream()).mapToInt(one -> one.codings().size()).sum());
            return ExchangeFolder.write(ProjectXml.write(project), ProjectXml.texts(project.sources()));
        }
        return table(new CodingTable(call, codebook, desk), form, found.documents(), counts, leftOut);
    }

    private static byte[] table(CodingTable table, Form form, List<ExchangedDocument> documents, Map<String, Integer> counts, List<String> leftOut)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (form == Form.CSV) {
            counts.put("codings", CsvTable.write(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), table.fields().stream()
                    .map(CodingTable.Field::heading).toList(), table.rows(documents).iterator()));
        } else {
            SheetTable.Written written = SheetTable.write(bytes, "Codings", table.fields(), table.rows(documents).iterator());
            counts.put("codings", written.rows());
            if (written.cut() > 0) {
                leftOut.add("the ends of %d texts, which are longer than a cell of a sheet".formatted(written.cut()));
            }
        }
        return bytes.toByteArray();
    }
}
