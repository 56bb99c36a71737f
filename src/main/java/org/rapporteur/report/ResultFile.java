package org.rapporteur.report;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.call.Call;
import org.rapporteur.coding.Codebook;
import org.rapporteur.search.Hit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a search found as a file: its passages as a table or a book, its papers as a project or a bibliography. */
@Component
public final class ResultFile {

    private final PassageTable table;
    private final ExchangedPapers papers;
    private final CollectedPapers collected;
    private final Clock clock;
    private final URI desk;

    ResultFile(PassageTable table, ExchangedPapers papers, CollectedPapers collected, Clock clock, @Value("${rapporteur.desk.address:http://127.0.0.1:8080}") URI desk) {
        this.table = table;
        this.papers = papers;
        this.collected = collected;
        this.clock = clock;
        this.desk = URI.create(desk.toString().replaceFirst("/+$", ""));
    }

    /** What the file is. */
    public enum Form {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        CSV("text/csv; charset=utf-8"),
        /** the passages as a book */
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        /** a REFI-QDA project of the papers that have any of the passages, whole and with all their codings */
        QDPX("application/octet-stream"),
        /** the papers that have any, as BibTeX */
        BIB("application/x-bibtex; charset=utf-8"),
        /** the same, as the JSON of the Citation Style Language */
        JSON("application/vnd.citationstyles.csl+json");

        private final String mediaType;

        Form(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        /** As it is saved: {@code passages.xlsx}, {@code papers.bib}. */
        public String fileName() {
            return (this == QDPX || this == BIB || this == JSON ? "papers." : "passages.") + name().toLowerCase(Locale.ROOT);
        }

        /** The form whose name an address ends in: {@code csv}, {@code docx}. */
        public static Optional<Form> of(String ending) {
            return Stream.of(values()).filter(form -> form.name().toLowerCase(Locale.ROOT).equals(ending)).findFirst();
        }
    }

    /**
     * The bytes of the file.
     *
     * @param asked what was searched for, in words
     * @param hits in their order
     * @param total how many passages were found in all
     * @param everybody whether it is for somebody who may not see what is restricted
     */
    public byte[] write(Call call, Codebook codebook, Form form, String asked, List<Hit> hits, long total, boolean everybody) throws IOException {
        Set<String> cited = hits.stream().map(Hit::submission).collect(Collectors.toSet());
        return switch (form) {
            case XLSX -> table.write(PassageTable.Form.XLSX, hits, codebook);
            case CSV -> table.write(PassageTable.Form.CSV, hits, codebook);
            case DOCX -> new ExcerptBook(call, codebook, desk).write(asked, hits, Math.max(0, total - hits.size()), clock.instant());
            case QDPX -> {
                RefiProject project = new ProjectExport(call, codebook).project(papers.of(call, everybody).documents().stream()
                        .filter(document -> cited.contains(document.paper().value())).toList());
                yield ExchangeFolder.write(ProjectXml.write(project), ProjectXml.texts(project.sources()));
            }
            case BIB -> bibliography(call, cited, everybody).bibtex().getBytes(StandardCharsets.UTF_8);
            case JSON -> bibliography(call, cited, everybody).csl().getBytes(StandardCharsets.UTF_8);
        };
    }

    private Bibliography bibliography(Call call, Set<String> cited, boolean everybody) {
        Collection all = collected.of(call, everybody ? Edition.PUBLIC : Edition.INTERNAL, call.content().languages().getFirst(), null);
        return new Bibliography(new Collection(all.call(), all.edition(), all.language(), all.at(), null,
                all.papers().stream().filter(paper -> cited.contains(paper.number().value())).toList(), List.of(), List.of()));
    }
}
