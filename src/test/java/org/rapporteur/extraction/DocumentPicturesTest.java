package org.rapporteur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRunTrackChange;
import org.springframework.util.unit.DataSize;

class DocumentPicturesTest {

    @TempDir
    Path folder;

    @Test
    void aPictureOfAWordFileIsFoundWithItsParagraphAndWhatItsAuthorSaysOfIt() throws IOException {
        List<Picture> pictures = read(word(document -> picture(document.createParagraph(), "1. Counters closed.", "A line that falls")));

        assertThat(pictures).singleElement().satisfies(picture -> {
            assertThat(picture.after()).isEqualTo("1. Counters closed.");
            assertThat(picture.alternative()).isEqualTo("A line that falls");
            assertThat(picture.width()).isEqualTo(120);
            assertThat(ImageIO.read(new ByteArrayInputStream(picture.bytes())).getWidth()).isEqualTo(200);
        });
    }

    @Test
    void aPictureThatWasDeletedIsNone() throws IOException {
        List<Picture> pictures = read(word(document -> {
            XWPFParagraph paragraph = document.createParagraph();
            picture(paragraph, "Text.", "deleted");
            CTRunTrackChange deleted = paragraph.getCTP().addNewDel();
            deleted.setId(BigInteger.ONE);
            deleted.addNewR().set(paragraph.getRuns().getLast().getCTR());
            paragraph.getCTP().removeR(1);
        }));

        assertThat(pictures).isEmpty();
    }

    @Test
    void aPictureOfAPdfIsFoundOnItsPageAndFurnitureIsNot() throws IOException {
        Path file = folder.resolve("paper.pdf");
        try (PDDocument document = new PDDocument()) {
            PDImageXObject logo = LosslessFactory.createFromImage(document, image(60));
            PDImageXObject chart = LosslessFactory.createFromImage(document, image(200));
            for (int page = 1; page <= 4; page++) {
                PDPage blank = new PDPage();
                document.addPage(blank);
                try (PDPageContentStream content = new PDPageContentStream(document, blank)) {
                    content.drawImage(logo, 50, 700, 60, 60);
                    if (page == 2) {
                        content.drawImage(chart, 100, 300, 200, 150);
                    }
                }
            }
            document.save(file.toFile());
        }

        assertThat(read(file)).singleElement().satisfies(picture -> {
            assertThat(picture.page()).isEqualTo(2);
            assertThat(picture.width()).isEqualTo(200);
            assertThat(picture.height()).isEqualTo(150);
        });
    }

    @Test
    void aFileThatIsNoDocumentHasNone() throws IOException {
        assertThat(read(Files.writeString(folder.resolve("broken.docx"), "PK nothing"))).isEmpty();
        assertThat(read(Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.4 nothing"))).isEmpty();
        assertThat(read(Files.writeString(folder.resolve("empty.txt"), ""))).isEmpty();
    }

    @Test
    void whatCanNotBeDrawnIsToldWithoutBytes() {
        assertThat(Drawing.of(new Picture.Place("", null, "a metafile", 10, 10), new byte[] {1, 2, 3}).isDrawn()).isFalse();
    }

    private interface Filling {

        void fill(XWPFDocument document) throws IOException;
    }

    private Path word(Filling filling) throws IOException {
        Path file = folder.resolve("paper.docx");
        try (XWPFDocument document = new XWPFDocument(); OutputStream out = Files.newOutputStream(file)) {
            filling.fill(document);
            document.write(out);
        }
        return file;
    }

    private static void picture(XWPFParagraph paragraph, String text, String alternative) throws IOException {
        paragraph.createRun().setText(text);
        XWPFRun run = paragraph.createRun();
        try {
            run.addPicture(new ByteArrayInputStream(png()), PictureType.PNG, "chart.png", Units.toEMU(120), Units.toEMU(90));
        } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
            throw new IOException(e);
        }
        run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr().setDescr(alternative);
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image(200), "png", bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage image(int width) {
        BufferedImage image = new BufferedImage(width, width * 3 / 4, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = image.createGraphics();
        paper.setColor(Color.ORANGE);
        paper.fillOval(10, 10, width - 20, width / 2);
        paper.dispose();
        return image;
    }

    private List<Picture> read(Path file) throws IOException {
        ExtractionLimits limits = new ExtractionLimits(Duration.ofSeconds(60), DataSize.ofMegabytes(256), 5, 1_000_000, DataSize.ofMegabytes(10), 100,
                DataSize.ofMegabytes(10), 1);
        try (Reader reader = new Reader(limits, Files.createDirectories(folder.resolve("work")))) {
            return reader.pictures(file);
        }
    }
}
