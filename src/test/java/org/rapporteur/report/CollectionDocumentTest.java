package org.rapporteur.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.country.CountryCode;
import org.rapporteur.extraction.BlockKind;
import org.rapporteur.extraction.Picture;
import org.rapporteur.report.CollectedPaper.Rule;
import org.rapporteur.report.Collection.Unread;
import org.rapporteur.submission.DocumentRole;

class CollectionDocumentTest {

    private static final String ARABIC = "هذه ورقة قطرية عن تحديث الإدارة العامة";
    private static final String JAPANESE = "電子政府に関する国別文書";

    @TempDir
    Path folder;

    @Test
    void theNumberOfThePaperStandsInTheMarginAndNotTwice() {
        assertThat(write(Collections.of(Collections.paper("NOR", 3, Collections.numbered()))).inStyle("PaperText"))
                .containsExactly("\tMinistry of Labour, Oslo", "1.\tA fund pays half.[footnoteRef:1] [1:  As of May 2004.] ", "2.\tAwards are given.", "3.\tUnions take part.");
    }

    @Test
    void paragraphsThatWereCountedHaveTheirNumberInBrackets() {
        Opened book = write(Collections.of(Collections.paper("NOR", 3, Collections.paragraph("One."), Collections.block(BlockKind.LIST_ITEM, "• two"))));

        assertThat(book.inStyle("PaperText")).containsExactly("[1]\tOne.");
        assertThat(book.inStyle("PaperItem")).containsExactly("[2]\t•\ttwo");
    }

    @Test
    void everyNumberIsABookmark() {
        assertThat(write(Collections.of(Collections.paper("NOR", 3, Collections.numbered()))).bookmarks()).contains("par_3_1", "par_3_2", "par_3_3");
    }

    @Test
    void aTableIsATableWhoseHeadComesBackOnEveryPage() {
        XWPFTable table = write(Collections.of(Collections.paper("NOR", 3, Collections.numbered()))).document().getTables().getLast();

        assertThat(table.getText()).isEqualTo("Fund\tShare\nInnovation\t50 %[footnoteRef:2] [2:  From 2003.] \nTowns\t30 %\n");
        assertThat(table.getRow(0).isRepeatHeader()).isTrue();
        assertThat(table.getCTTbl().getTblPr().getTblDescription().getVal()).isEqualTo("Table under “Incentives”");
    }

    @Test
    void aHeadThatIsOneCellShortHasABlankCorner() {
        XWPFTable table = write(Collections.of(Collections.paper("NOR", 3, Collections.block(BlockKind.TABLE_HEAD, "2002 | 2003"),
                Collections.block(BlockKind.TABLE_ROW, "Towns | 30 | 40"), Collections.block(BlockKind.TABLE_ROW, "Agencies | 1 | 2")))).document().getTables().getLast();

        assertThat(table.getRow(0).getTableCells()).extracting(cell -> cell.getText()).containsExactly("[1]", "", "2002", "2003");
        assertThat(table.getRow(1).getCell(0).getText()).isEqualTo("[2]");
    }

    @Test
    void footnotesAreFootnotes() {
        List<XWPFFootnote> notes = write(Collections.of(Collections.paper("NOR", 3, Collections.numbered()))).document().getFootnotes();

        assertThat(notes).extracting(note -> String.join("", note.getParagraphs().stream().map(XWPFParagraph::getText).toList()).strip())
                .filteredOn(text -> !text.isEmpty()).containsExactly("As of May 2004.", "From 2003.");
    }

    @Test
    void anItemWithoutANumberIsAnItemOfAList() {
        XWPFParagraph item = paragraph(write(Collections.of(Collections.paper("NOR", 3, Collections.numbered()))), "PaperBullet");

        assertThat(item.getText()).isEqualTo("to agencies");
        assertThat(item.getNumFmt()).isEqualTo("bullet");
    }

    @Test
    void headingsLeaveOutNoLevel() {
        Opened book = write(Collections.of(Collections.paper("NOR", 3, Collections.numbered())));

        assertThat(book.inStyle("Heading1")).containsExactly("About this collection", "Norway");
        assertThat(book.inStyle("Heading2")).containsExactly("Norway: a paper");
        assertThat(book.inStyle("Heading3")).containsExactly("Incentives");
    }

    @Test
    void everyChapterHasItsCountryAndRevisionAtTheTop() {
        Opened book = write(Collections.of(Collections.paper("KOR", 3, Collections.numbered()), Collections.paper("NOR", 4, Collections.numbered())));

        assertThat(book.document().getHeaderList()).extracting(XWPFHeader::getText).extracting(String::strip)
                .containsExactlyInAnyOrder("Country papers\tUnclassified", "Korea, revision 2\tUnclassified", "Norway, revision 2\tUnclassified");
    }

    @Test
    void aPaperThatCouldNotBeReadHasAPageThatSaysWhy() {
        Opened book = write(Collections.in(Locale.ENGLISH, List.of(), List.of(new Unread(new CountryCode("KOR"), Collections.AT, "SCANNED"))));

        assertThat(book.inStyle("Notice")).contains("A paper arrived on 20 June 2004. Its pages are pictures without text. It is kept as it came; "
                + "nothing of it can be printed here until one arrives that can be read.");
        assertThat(book.text()).contains("A paper came and could not be read: Korea.").contains("No paper in force: France.");
    }

    @Test
    void anAnnexThatCouldNotBeReadIsNamedBesideThePaper() {
        Opened book = write(Collections.of(Collections.paper("NOR", Collections.document(1, DocumentRole.MAIN, "en",
                new OpenText(List.of(Collections.numbered())).text()), Collections.document(2, DocumentRole.ANNEX, "und", new CollectedText.Unreadable("ENCRYPTED")))));

        assertThat(book.inStyle("Notice")).contains("The file “paper.docx” could not be read. It is protected by a password. It is kept as it came; "
                + "nothing of it can be printed here.");
    }

    @Test
    void whatIsRestrictedIsSaidInTheEditionThatHoldsIt() {
        CollectedPaper open = Collections.paper("NOR", 3, Collections.numbered());

        Opened book = write(Collections.of(new CollectedPaper(open.key(), open.number(), 1, open.countries(), Collections.AT, open.documents(),
                List.of(new Rule("RESTRICTED", List.of("Norway, para. 2"))))));

        assertThat(book.inStyle("Notice")).contains("Restricted. This holds for: Norway, para. 2.");
    }

    @Test
    void anArabicPaperRunsFromRightToLeft() {
        Opened book = write(Collections.of(Collections.paper("NOR", Collections.document(1, DocumentRole.MAIN, "ar",
                new OpenText(List.of(Collections.heading(1, ARABIC), Collections.paragraph(ARABIC), Collections.block(BlockKind.TABLE_ROW, ARABIC + " | " + ARABIC))).text()))));

        assertThat(paragraph(book, "PaperText").getCTP().getPPr().isSetBidi()).isTrue();
        assertThat(paragraph(book, "Heading2").getCTP().getPPr().isSetBidi()).isTrue();
        assertThat(book.document().getTables().getLast().getCTTbl().getTblPr().isSetBidiVisual()).isTrue();
        assertThat(book.xml("word/document.xml")).contains("<w:rtl/><w:lang w:val=\"ar-EG\" w:bidi=\"ar-EG\"/>");
    }

    @Test
    void aJapanesePaperHasItsFontAndLanguage() {
        Opened book = write(Collections.of(Collections.paper("NOR", Collections.document(1, DocumentRole.MAIN, "ja",
                new OpenText(List.of(Collections.paragraph(JAPANESE))).text()))));

        assertThat(book.xml("word/document.xml")).contains("w:eastAsia=\"MS Mincho\"").contains("<w:lang w:val=\"ja-JP\" w:eastAsia=\"ja-JP\"/>");
    }

    @Test
    void aPictureHasWhatItsAuthorSaysOfItInItsPlace() {
        Opened book = write(Collections.of(Collections.paper("NOR", Collections.document(1, DocumentRole.MAIN, "en",
                new CollectedText.Read(List.of(new Piece.Figure(picture("A line that falls")), new Piece.Figure(picture("")),
                        new Piece.Figure(new Picture("", null, "a metafile", 10, 10, "png", new byte[0]))))))));

        assertThat(book.xml("word/document.xml")).contains("descr=\"A line that falls\"").contains("descr=\"Picture in “paper.docx”, of which its author gives no description\"");
        assertThat(book.text()).contains("[A picture that cannot be shown here: a metafile]");
        assertThat(book.document().getAllPictures()).isNotEmpty();
    }

    @Test
    void everyPartKeepsToTheSchema() throws IOException, XmlException {
        Opened book = write(everything());

        try (ZipFile parts = new ZipFile(book.file().toFile())) {
            List<String> names = parts.stream().map(part -> part.getName()).filter(name -> name.matches("word/[a-z]+\\d*\\.xml"))
                    .map(name -> name.substring(5, name.length() - 4)).toList();
            assertThat(names).contains("document", "footnotes", "header1", "header4", "footer1", "numbering", "styles");
            for (String part : names) {
                assertThat(SchemaTest.errors(part, book)).isEmpty();
            }
        }
    }

    @Test
    void theSameCollectionGivesTheSameBytes() {
        assertThat(new CollectionDocument(everything()).bytes(new PageNumbers.Known(Map.of())))
                .isEqualTo(new CollectionDocument(everything()).bytes(new PageNumbers.Known(Map.of())));
    }

    @Test
    void aCollectionInFrenchSpeaksFrenchAroundThePapers() {
        Opened book = write(Collections.in(Locale.FRENCH, List.of(Collections.paper("NOR", 3, Collections.numbered())), List.of()));

        assertThat(book.inStyle("Title")).containsExactly("Contributions des pays");
        assertThat(book.inStyle("Heading1")).containsExactly("À propos de ce recueil", "Norvège");
    }

    @Test
    void aCallWithoutAnyPaperHasABookThatSaysSo() {
        assertThat(write(Collections.of()).text()).contains("No paper had been received when this collection was made.");
    }

    static Collection everything() {
        CollectedPaper arabic = Collections.paper("FRA", Collections.document(1, DocumentRole.MAIN, "ar", new OpenText(List.of(Collections.heading(1, ARABIC),
                Collections.paragraph(ARABIC), Collections.block(BlockKind.NOTE, ARABIC), Collections.block(BlockKind.LIST_ITEM, "• " + ARABIC),
                Collections.block(BlockKind.TABLE_ROW, ARABIC + " | " + ARABIC))).text()),
                Collections.document(2, DocumentRole.LANGUAGE_VERSION, "ja", new OpenText(List.of(Collections.paragraph(JAPANESE), Collections.paragraph("Broken \u0007 🙂"))).text()),
                Collections.document(6, DocumentRole.ANNEX, "en", new CollectedText.Read(List.of(new Piece.Figure(picture("A square"))))),
                Collections.document(5, DocumentRole.ANNEX, "en", new CollectedText.LeftOut()));
        return Collections.in(Locale.ENGLISH, List.of(arabic, Collections.paper("NOR", 4, Collections.numbered())),
                List.of(new Unread(new CountryCode("KOR"), Collections.AT, "DAMAGED")));
    }

    private static Picture picture(String alternative) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", png);
            return new Picture("", null, alternative, 900, 300, "png", png.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XWPFParagraph paragraph(Opened book, String style) {
        return book.document().getParagraphs().stream().filter(paragraph -> style.equals(paragraph.getStyle())).findFirst().orElseThrow();
    }

    private Opened write(Collection collection) {
        try {
            return new Opened(Files.write(folder.resolve("book.docx"), new CollectionDocument(collection).bytes(new PageNumbers.Unknown("not asked"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
