package org.rapporteur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.report.CollectionFile;
import org.rapporteur.report.Edition;
import org.rapporteur.submission.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The collection of the papers of Norway and Denmark. */
@ExtendWith(DraftedHouse.Given.class)
class CollectionTest {

    private static final String NORWAY = "(SELECT e.id FROM extraction e JOIN document d ON d.part_id = e.part_id JOIN revision r ON r.id = d.revision_id "
            + "JOIN submission s ON s.id = r.submission_id WHERE s.number = 'MCH-2004-NOR-001' AND r.ordinal = 2)";

    @TempDir
    Path folder;

    private final DraftedHouse house;

    CollectionTest(DraftedHouse house) {
        this.house = house;
    }

    @Test
    void everyPassageIsFoundAtTheNumberByWhichItIsCited() throws IOException {
        Map<String, String> byBookmark = byBookmark(write(Edition.INTERNAL, false));

        for (CitedPassage cited : house.part(Passages.class).inForce(call().id())) {
            String paragraph = cited.passage().locator().paragraph();
            if (paragraph != null) {
                String number = paragraph.split("-")[0];
                assertThat(byBookmark).as(cited.citation(Locale.ENGLISH)).containsKey("par_" + part(cited) + "_" + number);
                if (cited.passage().text().startsWith(number + ". ")) {
                    assertThat(byBookmark.get("par_" + part(cited) + "_" + number)).isEqualTo(number + ".\t"
                            + cited.passage().text().substring(number.length() + 2).lines().findFirst().orElseThrow());
                }
            }
        }
    }

    @Test
    void thePublicEditionLeavesOutARestrictedPaperAndSaysSo() {
        house.with("UPDATE submission SET access = 'RESTRICTED' WHERE number = 'MCH-2004-NOR-001'", () -> {
            String text = text(write(Edition.PUBLIC, false));

            assertThat(text).contains("The paper is not part of this edition").contains("A paper is in force and is not part of this edition: Norway.")
                    .doesNotContain("Budget holders may transfer").contains("Denmark has 271 municipalities");
            assertThat(text(write(Edition.INTERNAL, false))).contains("Budget holders may transfer").contains("Restricted.");
        });
    }

    @Test
    void thePublicEditionLeavesOutARestrictedPassageAndSaysSo() {
        house.with("INSERT INTO passage_access (call_id, submission_id, extraction_id, start_offset, end_offset, text_sha256, access, attribution, actor, set_at) "
                + "SELECT p.call_id, s.id, p.extraction_id, p.start_offset, p.end_offset, p.text_sha256, 'RESTRICTED', 'NAMED', 'anna', CURRENT_TIMESTAMP FROM passage p, submission s "
                + "WHERE s.number = 'MCH-2004-NOR-001' AND p.text LIKE '7. Budget holders%' AND p.extraction_id = " + NORWAY, () -> {
            String text = text(write(Edition.PUBLIC, false));

            assertThat(text).doesNotContain("Budget holders may transfer").contains("[Text that is not for this edition has been left out here.]")
                    .contains("A central fund of 40 million kroner");
        });
    }

    @Test
    void whatWasReadOfOnePaperMayBeBrokenAndTheOthersAreThere() {
        house.with("UPDATE extraction SET blocks = '[{\"kind\":\"NONSENSE\"' WHERE id = " + NORWAY, () ->
                assertThat(text(write(Edition.INTERNAL, false))).contains("Nothing was read of it.").contains("Denmark has 271 municipalities")
                        .contains("A paper came and could not be read: Norway."));
    }

    @Test
    void aCollectionThatWasIssuedComesBackToTheByteWhateverHappenedSince() throws IOException {
        CollectionFile.Written issued = write(Edition.PUBLIC, true);
        byte[] distributed = Files.readAllBytes(issued.file());

        house.with("UPDATE submission SET access = 'RESTRICTED' WHERE number = 'MCH-2004-NOR-001'", () ->
                house.part(CollectionFile.class).again(call(), Edition.PUBLIC, issued.number(), CollectionFile.Form.DOCX, folder.resolve("again.docx")));

        assertThat(folder.resolve("again.docx")).hasBinaryContent(distributed);
        assertThat(Sha256.of(distributed)).isEqualTo(issued.document());
        assertThat(text(issued)).contains("Status\tcollection " + issued.number());
    }

    @Test
    @NeedsProgram("soffice")
    void theContentsCarryTheirPagesAndThereIsAPdf() throws IOException {
        Path pdf = folder.resolve("book.pdf");
        house.part(CollectionFile.class).write(call(), Edition.INTERNAL, Locale.ENGLISH, CollectionFile.Form.PDF, pdf, false, Actor.MACHINE);

        assertThat(text(write(Edition.INTERNAL, false))).containsPattern("Denmark\\t\\d+\\n").containsPattern("Norway: Country paper on making change happen\\t\\d+");
        assertThat(Files.readString(pdf, java.nio.charset.StandardCharsets.ISO_8859_1)).startsWith("%PDF").contains("/MarkInfo");
    }

    private Call call() {
        return house.part(Calls.class).current();
    }

    private CollectionFile.Written write(Edition edition, boolean issue) {
        return house.part(CollectionFile.class).write(call(), edition, Locale.ENGLISH, CollectionFile.Form.DOCX, folder.resolve("book.docx"), issue, Actor.MACHINE);
    }

    private long part(CitedPassage cited) {
        return house.part(JdbcClient.class).sql("SELECT part_id FROM extraction WHERE id = :id").param("id", cited.passage().extraction()).query(Long.class).single();
    }

    private static Map<String, String> byBookmark(CollectionFile.Written book) throws IOException {
        try (XWPFDocument document = open(book)) {
            List<XWPFParagraph> all = new java.util.ArrayList<>();
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    all.add(paragraph);
                } else if (element instanceof XWPFTable table) {
                    table.getRows().forEach(row -> row.getTableCells().forEach(cell -> all.addAll(cell.getParagraphs())));
                }
            }
            return all.stream().filter(paragraph -> paragraph.getCTP().sizeOfBookmarkStartArray() > 0).collect(Collectors.toMap(
                    paragraph -> paragraph.getCTP().getBookmarkStartArray(0).getName(), XWPFParagraph::getText));
        }
    }

    private static String text(CollectionFile.Written book) {
        try (XWPFDocument document = open(book)) {
            return document.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XWPFDocument open(CollectionFile.Written book) throws IOException {
        InputStream in = Files.newInputStream(book.file());
        return new XWPFDocument(in);
    }
}
