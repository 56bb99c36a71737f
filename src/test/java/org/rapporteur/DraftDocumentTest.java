package org.rapporteur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.passage.Quotation;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The draft as a reader gets it: every quotation in the file is held against the passage that its citation leads to. */
class DraftDocumentTest {

    private static final Pattern QUOTED = Pattern.compile("writes: [“«] ?(.+?) ?[”»] ?\\((.+), (paras?\\.[\\s\\u00a0][\\d-]+|p\\.[\\s\\u00a0]\\d+)\\)\\.$",
            Pattern.DOTALL);

    @TempDir
    static Path folder;

    private static Path data;
    private static Path file;

    @BeforeAll
    static void draftOnce() throws IOException, InterruptedException {
        data = folder.resolve("data");
        file = folder.resolve("draft.docx");
        Cli.run(folder, "ingest", "sample-reports", "--data", data.toString());
        assertThat(Cli.run(folder, "draft", "--data", data.toString(), "--out", file.toString()).status()).isZero();
    }

    @Test
    void everyQuotationInTheFileStandsInThePassageItsCitationLeadsTo() throws IOException {
        JdbcClient jdbc = Snapshot.open(data);
        List<String> quotations = new ArrayList<>();
        try (XWPFDocument document = open()) {
            for (XWPFParagraph paragraph : document.getParagraphs()) {
                Matcher quoted = QUOTED.matcher(paragraph.getText());
                if (quoted.find()) {
                    String passage = jdbc.sql("SELECT p.text FROM evidence e JOIN passage p ON p.id = e.passage_id "
                            + "WHERE 'ev_' || e.id = :bookmark").param("bookmark", bookmark(paragraph)).query(String.class).single();
                    quotations.add(quoted.group(1));
                    assertThat(Quotation.standsIn(quoted.group(1), passage)).as(quoted.group(1)).isTrue();
                }
            }
        }
        assertThat(quotations).hasSize(jdbc.sql("SELECT COUNT(*) FROM evidence WHERE quotation IS NOT NULL").query(Integer.class).single());
    }

    @Test
    void everyStatementHasItsBookmark() throws IOException {
        List<String> statements = Snapshot.open(data).sql("SELECT 'st_' || id || '_' || version FROM statement").query(String.class).list();

        try (XWPFDocument document = open()) {
            List<String> bookmarks = document.getParagraphs().stream()
                    .flatMap(paragraph -> paragraph.getCTP().getBookmarkStartList().stream()).map(mark -> mark.getName()).toList();
            assertThat(bookmarks).containsAll(statements);
        }
    }

    @Test
    void theFileKeepsToTheSchema() throws IOException {
        try (XWPFDocument document = open()) {
            List<Object> errors = new ArrayList<>();
            boolean valid = document.getDocument().validate(new XmlOptions().setErrorListener((List) errors));
            assertThat(valid).as(errors.toString()).isTrue();
        }
    }

    @Test
    @NeedsProgram("soffice")
    void libreOfficeLaysItOut() throws IOException, InterruptedException {
        Process office = new ProcessBuilder("soffice", "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless",
                "--convert-to", "pdf", "--outdir", folder.toString(), file.toString()).inheritIO().start();
        assertThat(office.waitFor(120, TimeUnit.SECONDS)).isTrue();

        try (PDDocument pdf = Loader.loadPDF(folder.resolve("draft.pdf").toFile())) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(10);
        }
    }

    private static XWPFDocument open() throws IOException {
        InputStream in = Files.newInputStream(file);
        return new XWPFDocument(in);
    }

    private static String bookmark(XWPFParagraph paragraph) {
        return paragraph.getCTP().getHyperlinkList().stream().map(link -> link.getAnchor()).filter(anchor -> anchor.startsWith("ev_"))
                .findFirst().orElseThrow();
    }
}
