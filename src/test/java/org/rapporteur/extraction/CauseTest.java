package org.rapporteur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** One small file for every cause, and a real process that reads it. */
class CauseTest {

    private static final String SENTENCE = "The ministry closed offices and opened one counter for all.";

    @TempDir
    static Path folder;

    private static Reader reader;

    @BeforeAll
    static void open() {
        reader = reader(Duration.ofSeconds(60), 1000);
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @Test
    void aPdfWithAPasswordIsEncrypted() throws IOException {
        Path file = folder.resolve("locked.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(file.toFile());
        }

        assertThat(cause(file)).isEqualTo(Cause.ENCRYPTED);
    }

    @Test
    void aDocxWithAPasswordIsEncrypted() throws IOException, GeneralSecurityException {
        Path file = folder.resolve("locked.docx");
        try (POIFSFileSystem container = new POIFSFileSystem(); XWPFDocument document = document(SENTENCE)) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(container)) {
                document.write(out);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                container.writeFilesystem(out);
            }
        }

        assertThat(cause(file)).isEqualTo(Cause.ENCRYPTED);
    }

    @Test
    void noBytesAndNoTextAreEmpty() throws IOException {
        assertThat(cause(file("empty.txt", ""))).isEqualTo(Cause.EMPTY);
        assertThat(cause(docx("blank.docx", ""))).isEqualTo(Cause.EMPTY);
    }

    @Test
    void aPdfWithoutTextIsScanned() throws IOException {
        Path file = folder.resolve("scan.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(file.toFile());
        }

        assertThat(cause(file)).isEqualTo(Cause.SCANNED);
    }

    @Test
    void aPictureIsUnsupported() throws IOException {
        Path file = Files.write(folder.resolve("flag.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13});

        assertThat(cause(file)).isEqualTo(Cause.UNSUPPORTED);
    }

    @Test
    void halfAFileIsDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(docx("whole.docx", SENTENCE));
        Path half = Files.write(folder.resolve("half.docx"), Arrays.copyOf(whole, whole.length / 2));

        assertThat(cause(half)).isEqualTo(Cause.DAMAGED);
        assertThat(cause(file("half.pdf", "%PDF-1.7\n1 0 obj\n<<"))).isEqualTo(Cause.DAMAGED);
    }

    @Test
    void aPdfThatEndsTooEarlyIsIncompleteAndTellsHowManyPagesWereRead() throws IOException {
        Path whole = folder.resolve("whole.pdf");
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < 20; page++) {
                PDPage sheet = new PDPage();
                document.addPage(sheet);
                try (PDPageContentStream text = new PDPageContentStream(document, sheet)) {
                    text.beginText();
                    text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                    text.showText(SENTENCE.substring(page));
                    text.endText();
                }
            }
            document.save(whole.toFile(), CompressParameters.NO_COMPRESSION);
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(folder.resolve("half-of-20.pdf"), Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(reader.read(half, "half.pdf", left(300, 1000))).isInstanceOfSatisfying(Reading.Text.class, text -> {
            assertThat(text.cause()).isEqualTo(Cause.INCOMPLETE);
            assertThat(text.declared()).isEqualTo(20);
            assertThat(text.pages()).isBetween(1, 19);
        });
    }

    @Test
    void aDocxWithFarFewerWordsThanItDeclaresIsIncomplete() throws IOException {
        Path file = WordFiles.docx(folder.resolve("few.docx"), WordFiles.paragraph(SENTENCE.repeat(4)), Map.of("Pages", 20, "Words", 4000));

        assertThat(reader.read(file, "few.docx", left(300, 1000))).isInstanceOfSatisfying(Reading.Text.class, text -> {
            assertThat(text.cause()).isEqualTo(Cause.INCOMPLETE);
            assertThat(text.declared()).isEqualTo(20);
        });
    }

    @Test
    void moreThanTheLimitsIsTooLarge() throws IOException {
        assertThat(cause(file("long.txt", SENTENCE.repeat(20)))).isEqualTo(Cause.TOO_LARGE);
        assertThat(cause(file("big.txt", SENTENCE.repeat(20_000)))).isEqualTo(Cause.TOO_LARGE);
    }

    @Test
    void whatTakesTooLongIsTimedOut() throws IOException {
        try (Reader hasty = reader(Duration.ofMillis(1), 1000)) {
            assertThat(cause(hasty, file("slow.txt", SENTENCE))).isEqualTo(Cause.TIMED_OUT);
        }
    }

    @Test
    void theContentOverrulesTheName() throws IOException {
        Path file = docx("really-a-docx.pdf", SENTENCE);

        assertThat(reader.read(file, "really-a-docx.pdf", left(300, 1000))).isInstanceOfSatisfying(Reading.Text.class, text -> {
            assertThat(text.mediaType()).contains("wordprocessingml");
            assertThat(text.blocks()).extracting(Block::text).containsExactly(SENTENCE);
        });
    }

    @Test
    void filesInsideCountForTheWholeDelivery() throws IOException {
        Path mail = file("two.eml", """
                From: a@example.org
                Subject: papers
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=X

                --X
                Content-Type: text/plain; name=one.txt
                Content-Disposition: attachment; filename=one.txt

                one
                --X
                Content-Type: text/plain; name=two.txt
                Content-Disposition: attachment; filename=two.txt

                two
                --X--
                """);
        Allowance left = left(3, 1000);

        assertThat(reader.read(mail, "two.eml", left)).isInstanceOfSatisfying(Reading.Container.class,
                container -> assertThat(container.files()).hasSize(2));
        assertThat(left.files()).isEqualTo(1);
        assertThat(reader.read(mail, "two.eml", left)).isEqualTo(new Reading.NoText("message/rfc822", Cause.TOO_LARGE));
        assertThat(reader.read(mail, "two.eml", left(300, 5))).isEqualTo(new Reading.NoText("message/rfc822", Cause.TOO_LARGE));
    }

    private static Cause cause(Path file) {
        return cause(reader, file);
    }

    private static Cause cause(Reader reader, Path file) {
        return ((Reading.NoText) reader.read(file, file.getFileName().toString(), left(300, 1000))).cause();
    }

    private static Reader reader(Duration time, int characters) {
        return new Reader(new ExtractionLimits(time, DataSize.ofMegabytes(128), 5, characters, DataSize.ofMegabytes(1), 300,
                DataSize.ofMegabytes(1), 1), folder.resolve("work"));
    }

    private static Allowance left(int files, int bytes) {
        return new Allowance(new ExtractionLimits(Duration.ofSeconds(1), DataSize.ofMegabytes(1), 5, 1, DataSize.ofMegabytes(1), files,
                DataSize.ofBytes(bytes), 1));
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Path docx(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        try (XWPFDocument document = document(text); OutputStream out = Files.newOutputStream(file)) {
            document.write(out);
        }
        return file;
    }

    private static XWPFDocument document(String text) {
        XWPFDocument document = new XWPFDocument();
        document.createParagraph().createRun().setText(text);
        return document;
    }
}
