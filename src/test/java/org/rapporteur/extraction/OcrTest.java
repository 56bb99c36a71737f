package org.rapporteur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.NeedsProgram;
import org.springframework.util.unit.DataSize;

/** Pages that are pictures, with and without Tesseract. */
class OcrTest {

    private static final ExtractionLimits LIMITS = ExtractionLimits.of(Duration.ofSeconds(60), DataSize.ofMegabytes(512));
    private static final OcrLimits OCR = new OcrLimits(true, Duration.ofSeconds(30), Duration.ofMinutes(2), "eng+fra+spa");
    private static final List<String> SENTENCE = List.of("The ministry opened one counter for all", "and closed the other offices in spring.");

    @TempDir
    static Path folder;

    @Test
    @NeedsProgram("tesseract")
    void onlyThePagesThatArePicturesAreReadByOcrAndSaySo() throws IOException {
        Path file = pdf(true, false);

        assertThat(read(file, OCR)).isInstanceOfSatisfying(Reading.Text.class, text -> {
            assertThat(text.declared()).isNull();
            assertThat(text.blocks()).extracting(Block::text).containsExactly("Read as it stands, because this page has letters.",
                    String.join(" ", SENTENCE));
            assertThat(text.blocks().getFirst().confidence()).isNull();
            assertThat(text.blocks().getLast().confidence()).isBetween(60, 100);
            assertThat(text.blocks().getLast().page()).isEqualTo(2);
        });
    }

    @Test
    @NeedsProgram("tesseract")
    void aPageThatTakesTooLongIsNotRead() throws IOException {
        OcrLimits hasty = new OcrLimits(true, Duration.ofMillis(1), Duration.ofMinutes(2), "eng");

        assertThat(read(pdf(true, false), hasty)).isInstanceOfSatisfying(Reading.Text.class, text -> {
            assertThat(text.cause()).isEqualTo(Cause.INCOMPLETE);
            assertThat(text.pages()).isEqualTo(1);
            assertThat(text.declared()).isEqualTo(2);
        });
    }

    @Test
    void withoutOcrAPaperOfPicturesIsHeldAsScanned() throws IOException {
        assertThat(read(pdf(false, false), OcrLimits.off())).isEqualTo(new Reading.NoText("application/pdf", Cause.SCANNED));
    }

    @Test
    void lettersThatAreMappedWronglyAreNoText() throws IOException {
        assertThat(read(pdf(false, true), OcrLimits.off())).isEqualTo(new Reading.NoText("application/pdf", Cause.GARBLED));
    }

    @Test
    void textInSeveralLanguagesIsNotGarbled() {
        List<String> texts = List.of("The e-government programme (2004-2008) of the Ministry of Finance, IT and R&D cost US$34 million. ",
                "L’administration électronique a été créée en 2003 ; elle a déjà été évaluée à l’étranger. ",
                "Правительство открыло один центр обслуживания для всех граждан. ", "وزارة المالية فتحت مركزا واحدا لجميع المواطنين ");

        assertThat(texts).noneMatch(text -> Garbled.is(lines(text.repeat(6))));
    }

    @Test
    void signsWithoutMeaningWordsWithoutVowelsAndMojibakeAreGarbled() {
        List<String> texts = List.of("7KH PLQLVWU\\ RSHQHG RQH FRXQWHU IRU DOO DQG FORVHG WKH RWKHU RIILFHV ",
                "l\u00c3\u00a9tat et la r\u00c3\u00a9publique ont d\u00c3\u00a9cid\u00c3\u00a9 ", "The \ue012\ue013\ue014 \ufffd\ufffd \ue015 office ",
                "Theministryopenedonecounterforallandclosedtheothers ");

        assertThat(texts).allMatch(text -> Garbled.is(lines(text.repeat(20))));
    }

    private static List<PrintedLine> lines(String text) {
        return IntStream.range(0, 1).mapToObj(line -> PrintedPages.line(text.strip(), 100, 10, false, false)).toList();
    }

    private static Reading read(Path file, OcrLimits ocr) {
        try (Reader reader = new Reader(LIMITS, ocr, folder.resolve("work"))) {
            return reader.read(file, "paper.pdf", new Allowance(LIMITS));
        }
    }

    /** A page of letters, right or wrong, where one is wanted, and one that is a picture of text. */
    private static Path pdf(boolean letters, boolean wrong) throws IOException {
        Path file = Files.createTempFile(folder, "scan", ".pdf");
        try (PDDocument document = new PDDocument()) {
            if (letters || wrong) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    for (int line = 0; line < (wrong ? 8 : 1); line++) {
                        content.beginText();
                        content.setFont(new PDType1Font(FontName.HELVETICA), 11);
                        content.newLineAtOffset(72, 700 - 14 * line);
                        content.showText(wrong ? "7KH PLQLVWU\\ RSHQHG RQH FRXQWHU IRU DOO DQG FORVHG" : "Read as it stands, because this page has letters.");
                        content.endText();
                    }
                }
            }
            if (!wrong) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(LosslessFactory.createFromImage(document, picture()), 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                }
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static BufferedImage picture() {
        BufferedImage picture = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, 40));
        for (int line = 0; line < SENTENCE.size(); line++) {
            pen.drawString(SENTENCE.get(line), 150, 300 + 50 * line);
        }
        pen.dispose();
        return picture;
    }
}
