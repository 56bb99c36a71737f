package org.rapporteur.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.rapporteur.extraction.WordFiles.change;
import static org.rapporteur.extraction.WordFiles.paragraph;
import static org.rapporteur.extraction.WordFiles.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.NeedsProgram;

/** What Word prints of a file, and what it does not, in DOCX and in the DOC that LibreOffice makes of it. */
class WordTextTest {

    private static final String CHANGED = "<w:p>" + run("We ") + change("ins", run("opened ")) + change("del", "<w:r><w:delText>closed </w:delText></w:r>")
            + run("offices.") + "</w:p><w:p>" + run("A ") + change("moveFrom", run("moved away ")) + run("text.") + "</w:p><w:p>"
            + change("moveTo", run("Moved here.")) + "</w:p>";
    private static final String UNSEEN = "<w:p>" + run("Seen ") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen </w:t></w:r>" + run("too.") + "</w:p>";
    private static final String COMMENTED = "<w:p><w:commentRangeStart w:id=\"0\"/>" + run("Said.")
            + "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>";
    private static final String NOTED = "<w:p>" + run("Said") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + run(" so.") + "</w:p>";

    @TempDir
    static Path folder;

    @Test
    void changesAreReadAsAccepted() throws Exception {
        assertThat(texts(docx(CHANGED))).containsExactly("We opened offices.", "A text.", "Moved here.");
    }

    @Test
    void aParagraphWhoseMarkWasDeletedGoesOnWithTheNext() throws Exception {
        String mark = "<w:pPr><w:rPr>" + change("del", "") + "</w:rPr></w:pPr>";

        assertThat(texts(docx("<w:p>" + mark + run("One and ") + "</w:p>" + paragraph("the same.")))).containsExactly("One and the same.");
    }

    @Test
    void hiddenTextCommentsAndHeadsOfPagesAreNoContent() throws Exception {
        String byStyle = "<w:p>" + run("Seen ") + "<w:r><w:rPr><w:rStyle w:val=\"Unseen\"/></w:rPr><w:t>unseen </w:t></w:r>" + run("again.") + "</w:p>";

        assertThat(texts(docx(UNSEEN + byStyle + COMMENTED))).containsExactly("Seen too.", "Seen again.", "Said.");
    }

    @Test
    void anEntryOfATableOfContentsIsNoContent() throws Exception {
        assertThat(texts(docx("<w:p><w:pPr><w:pStyle w:val=\"TM1\"/></w:pPr>" + run("Incentives 3") + "</w:p>" + paragraph("Text.")))).containsExactly("Text.");
    }

    @Test
    void aFootnoteFollowsItsParagraph() throws Exception {
        assertThat(docx(NOTED + paragraph("Next."))).extracting(Block::kind, Block::text).containsExactly(
                tuple(BlockKind.PARAGRAPH, "Said so."), tuple(BlockKind.NOTE, "The note."),
                tuple(BlockKind.PARAGRAPH, "Next."));
    }

    @Test
    void aTextBoxIsReadOnceAndAfterItsParagraph() throws Exception {
        String box = "<w:txbxContent>" + paragraph("In a box.") + "</w:txbxContent>";
        String both = "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>" + box + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback>"
                + "<w:pict><v:textbox>" + box + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";

        assertThat(texts(docx("<w:p>" + both + run("Beside it.") + "</w:p>"))).containsExactly("Beside it.", "In a box.");
    }

    @Test
    void numbersAndBulletsThatWordCountsAreReadAndHeadingsKnownInEveryLanguage() throws Exception {
        assertThat(docx(item(1, "First.") + item(1, "Second.") + item(2, "Dotted.") + "<w:p><w:pPr><w:pStyle w:val=\"Titre2\"/></w:pPr>"
                + run("Un titre") + "</w:p>")).extracting(Block::kind, Block::level, Block::text).containsExactly(
                        tuple(BlockKind.PARAGRAPH, 0, "1. First."),
                        tuple(BlockKind.PARAGRAPH, 0, "2. Second."),
                        tuple(BlockKind.LIST_ITEM, 1, "· Dotted."),
                        tuple(BlockKind.HEADING, 2, "Un titre"));
    }

    @Test
    void aRowThatWasDeletedIsGoneAndTheHeadOfATableIsKnown() throws Exception {
        String table = "<w:tbl>" + row("<w:trPr><w:tblHeader/></w:trPr>", "Year", "Share") + row("", "2001", "34")
                + row("<w:trPr>" + change("del", "") + "</w:trPr>", "2002", "35") + "</w:tbl>";

        assertThat(docx(table)).extracting(Block::kind, Block::text).containsExactly(
                tuple(BlockKind.TABLE_HEAD, "Year | Share"),
                tuple(BlockKind.TABLE_ROW, "2001 | 34"));
    }

    @Test
    void moreTextThanAllowedIsTooMuch() throws IOException {
        Path file = WordFiles.docx(folder.resolve("long.docx"), paragraph("word ".repeat(300)));

        assertThatThrownBy(() -> DocxText.read(file, 1000)).isInstanceOf(TooMuchText.class);
    }

    @Test
    @NeedsProgram("soffice")
    void aDocIsReadLikeADocx() throws Exception {
        Path docx = WordFiles.docx(folder.resolve("same.docx"), CHANGED + UNSEEN + COMMENTED + NOTED + item(1, "First.")
                + "<w:tbl>" + row("", "Year", "Share") + row("", "2001", "34") + "</w:tbl>" + paragraph("End."));
        Process office = new ProcessBuilder("soffice", "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless", "--convert-to", "doc",
                "--outdir", folder.toString(), docx.toString()).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        assertThat(office.waitFor(60, TimeUnit.SECONDS)).isTrue();

        List<Block> doc = DocText.read(folder.resolve("same.doc"), 10_000).blocks();

        assertThat(texts(doc)).isEqualTo(texts(DocxText.read(docx, 10_000).blocks()));
        assertThat(doc).extracting(Block::kind).contains(BlockKind.NOTE, BlockKind.TABLE_ROW);
    }

    private static List<Block> docx(String body) throws Exception {
        Path file = Files.createTempFile(folder, "paper", ".docx");
        return DocxText.read(WordFiles.docx(file, body), 10_000).blocks();
    }

    private static List<String> texts(List<Block> blocks) {
        return blocks.stream().map(Block::text).toList();
    }

    private static String item(int list, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"%d\"/></w:numPr></w:pPr>%s</w:p>".formatted(list, run(text));
    }

    private static String row(String properties, String... cells) {
        return "<w:tr>" + properties + String.join("", List.of(cells).stream().map(cell -> "<w:tc>" + paragraph(cell) + "</w:tc>").toList()) + "</w:tr>";
    }
}
