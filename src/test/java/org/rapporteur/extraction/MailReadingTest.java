package org.rapporteur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** One mail for every oddity, and a real process that takes it apart. */
class MailReadingTest {

    private static final ExtractionLimits LIMITS = ExtractionLimits.of(java.time.Duration.ofSeconds(60), DataSize.ofMegabytes(256));
    private static final String SENTENCE = "The ministry closed offices and opened one counter for all.";

    @TempDir
    static Path folder;

    private static Reader reader;
    private static int made;

    @BeforeAll
    static void open() {
        reader = new Reader(LIMITS, folder.resolve("work"));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @Test
    void everyPartIsAFileWhateverItsDisposition() throws IOException {
        Reading.Container mail = read(mixed("""
                Content-Type: text/plain

                Please find our paper.
                --b
                Content-Type: application/octet-stream
                Content-Disposition: inline; filename="paper.txt"

                inline
                --b
                Content-Type: application/pdf; name="annex.txt"

                by its type alone
                --b
                Content-Type: text/plain
                Content-Disposition: attachment

                without a name
                """));

        assertThat(own(mail)).isEqualTo("Please find our paper.");
        assertThat(names(mail)).containsExactly("paper.txt", "annex.txt", "attachment 1");
        assertThat(content(mail, 2)).isEqualTo("without a name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "attachment; filename*=UTF-8''Rapport%20national%20%E2%80%93%20S%C3%A9n%C3%A9gal.docx | Rapport national – Sénégal.docx",
        "attachment; filename*0*=UTF-8''Rapport%20na; filename*1*=tional; filename*2=.docx | Rapport national.docx",
        "attachment; filename=\"=?UTF-8?B?VMO8cmtpeWU=?= =?UTF-8?Q?_raporu.pdf?=\" | Türkiye raporu.pdf",
        "attachment; filename==?ISO-8859-1?Q?M=E9xico.doc?= | México.doc",
        "attachment; filename=\"../../etc/passwd\" | ../../etc/passwd",
        "attachment; filename=no quotes.docx | no quotes.docx"})
    void aNameIsReadHoweverItIsWritten(String disposition, String name) throws IOException {
        Reading.Container mail = read(mixed("Content-Disposition: " + disposition + "\n\npaper\n"));

        assertThat(names(mail)).containsExactly(name);
    }

    @Test
    void aNameInRawBytesIsUtf8OrLatin1() throws IOException {
        String raw = mixed("Content-Disposition: attachment; filename=\"Méxíco.doc\"\n\npaper\n");

        assertThat(names(read(raw, StandardCharsets.UTF_8))).containsExactly("Méxíco.doc");
        assertThat(names(read(raw, StandardCharsets.ISO_8859_1))).containsExactly("Méxíco.doc");
    }

    @Test
    void equalNamesAreTwoFiles() throws IOException {
        Reading.Container mail = read(mixed("""
                Content-Disposition: attachment; filename=paper.txt

                first
                --b
                Content-Disposition: attachment; filename=paper.txt

                second
                """));

        assertThat(names(mail)).containsExactly("paper.txt", "paper.txt");
        assertThat(List.of(content(mail, 0), content(mail, 1))).containsExactly("first", "second");
    }

    @Test
    void aForwardedMailIsAFileThatIsReadAsAMail() throws IOException {
        Reading.Container outer = read(mixed("""
                Content-Type: message/rfc822

                From: Anna <anna@ministry.example>
                Subject: =?UTF-8?Q?Notre_rapport_d=27=C3=A9tape?=

                %s
                """.formatted(SENTENCE)));

        assertThat(names(outer)).containsExactly("forwarded mail 1.eml");
        Reading.Container inner = (Reading.Container) reader.read(outer.files().getFirst().bytes(), "forwarded mail 1.eml", new Allowance(LIMITS));
        assertThat(inner.subject()).isEqualTo("Notre rapport d'étape");
        assertThat(inner.sender()).isEqualTo("anna@ministry.example");
        assertThat(own(inner)).isEqualTo(SENTENCE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "nobody", value = {
        "From: \"country.paper@kor.example\" <x@evil.example> | x@evil.example",
        "From: country.paper@kor.example <x@evil.example> | x@evil.example",
        "From: =?UTF-8?Q?country=2Epaper=40kor=2Eexample?= <x@evil.example> | x@evil.example",
        "From: =?UTF-8?Q?=22A=22_=3Ccountry=2Epaper=40kor=2Eexample=3E?= <x@evil.example> | x@evil.example",
        "From: (country.paper@kor.example) Anna@Ministry.example | anna@ministry.example",
        "From: a@ministry.example, b@elsewhere.example | nobody",
        "From: a@ministry.example^From: b@elsewhere.example | nobody",
        "From: Anna | nobody"})
    void whoeverSentItIsTheOneAddressAndNotANameThatLooksLikeOne(String head, String sender) throws IOException {
        assertThat(read(head.replace("^", "\n") + "\nSubject: Paper\n\n" + SENTENCE + "\n").sender()).isEqualTo(sender);
    }

    @Test
    void aSenderOfAHundredThousandLettersIsReadLikeAnyOther() throws IOException {
        assertThat(read("From: " + "\"a\" b ".repeat(15_000) + "<x@evil.example>\nSubject: Paper\n\n" + SENTENCE + "\n").sender()).isEqualTo("x@evil.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "> Dear Madam,\n> thank you for your paper.\n>> older",
        "On Mon, 3 May 2004 at 10:05, Secretariat <papers@intake.example>\nwrote:\n\n> Dear Madam,",
        "On 3 May 2004 10:05, papers@intake.example wrote:\n\nDear Madam, we have received it.",
        "Le 3 mai 2004 à 10:05, Secrétariat a écrit :\n\nMadame, nous avons reçu votre contribution.",
        "El 3 de mayo de 2004 a las 10:05, papers@intake.example escribió:\n\nEstimada señora:",
        "-----Original Message-----\nFrom: Secretariat\nDear Madam,",
        "From: Secretariat <papers@intake.example>\nSent: Monday, May 3, 2004 10:05\nTo: Anna\nSubject: Received\n\nDear Madam,"})
    void whatIsQuotedIsNotWhatTheSenderWrote(String quoted) throws IOException {
        assertThat(own(read("From: a@b.example\nSubject: Re: Received\n\n" + SENTENCE + "\n\n" + quoted + "\n"))).isEqualTo(SENTENCE);
        assertThat(own(read("From: a@b.example\nSubject: Fwd: Received\n\n" + SENTENCE + "\n\n" + quoted + "\n")))
                .as("passed on, it is what the mail is about").isNotEqualTo(SENTENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<blockquote type='cite'><p>Dear Madam,</p></blockquote>",
        "<div class='gmail_quote'><div class='gmail_attr'>On Mon, Anna wrote:</div><blockquote><p>Dear</p></blockquote></div>",
        "<div><div><p class='x'><b>From:</b> Secretariat<br><b>Sent:</b> Monday<br><b>Subject:</b> Received</p></div></div><p>Dear Madam,</p>",
        "<div id='divRplyFwdMsg'>From: x</div><div><p>Dear Madam,</p></div>"})
    void whatIsQuotedInAPageIsNotWhatTheSenderWrote(String quoted) throws IOException {
        assertThat(own(read("From: a@b.example\nSubject: Re: Received\nContent-Type: text/html\n\n<html><body><div><p>" + SENTENCE + "</p>" + quoted
                + "</div></body></html>\n"))).isEqualTo(SENTENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "On 5 May the Minister wrote:\n\nOpen the counters.",
        "From: Ministry of Finance\nTo: Secretariat\nSubject: Country paper\n\nOpen the counters."})
    void aPaperMayQuotePeople(String paper) throws IOException {
        assertThat(own(read("From: a@b.example\nSubject: Paper\n\n" + paper + "\n"))).contains("Open the counters.");
    }

    @Test
    void whatIsSaidTwiceIsReadOnceAndAsHtml() throws IOException {
        Reading.Container mail = read("""
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                Plain words
                --b
                Content-Type: text/html; charset=windows-1252

                <html><body><h1>Heading</h1><p>Words with <b>weight</b></p><script>evil()</script></body></html>
                --b--
                """);

        assertThat(mail.body()).extracting(Block::kind).containsExactly(BlockKind.HEADING, BlockKind.PARAGRAPH);
        assertThat(own(mail)).isEqualTo("Heading\nWords with weight");
    }

    @Test
    void linesBrokenForTheWayAreJoined() throws IOException {
        Reading.Container mail = read("Content-Type: text/plain; format=flowed\n\nThe ministry closed \noffices and opened \none counter.\n");

        assertThat(own(mail)).isEqualTo("The ministry closed offices and opened one counter.");
    }

    @Test
    void aMailWithoutAnyMimeHeaderIsReadAsItStands() throws IOException {
        assertThat(own(read("From: a@b.example\nSubject: Paper\n\n" + SENTENCE + "\n"))).isEqualTo(SENTENCE);
    }

    @Test
    void aLineOfAnMboxBeforeTheHeadDoesNotMakeItAnother() throws IOException {
        Reading.Container mail = read("From anna Mon May  3 09:00:00 2004\nFrom: a@b.example\nSubject: Paper\n\n" + SENTENCE + "\n");

        assertThat(mail.subject()).isEqualTo("Paper");
        assertThat(own(mail)).isEqualTo(SENTENCE);
    }

    @Test
    void aBrokenPartDoesNotSinkItsSiblings() throws IOException {
        Reading.Container mail = read(mixed("""
                Content-Disposition: attachment; filename=broken.pdf
                Content-Transfer-Encoding: base64

                JVBERi0x*** this is no base64 at all ***
                --b
                Content-Disposition: attachment; filename=whole.txt
                Content-Transfer-Encoding: quoted-printable

                Line =
                joined
                """).replace("--b--\r\n", ""));

        assertThat(names(mail)).containsExactly("broken.pdf", "whole.txt");
        assertThat(content(mail, 1)).isEqualTo("Line joined");
    }

    @Test
    void whatBelongsToTheWayOfAMailIsBesideThePoint() throws IOException {
        Reading.Container mail = read(mixed("""
                Content-Type: application/pgp-signature; name=signature.asc

                -----BEGIN PGP SIGNATURE-----
                --b
                Content-Type: message/delivery-status

                Action: failed
                """));

        assertThat(mail.files()).extracting(Unpacked::aside).containsExactly("application/pgp-signature", "message/delivery-status");
    }

    @Test
    void anEncryptedMailIsToldToBeOne() throws IOException {
        Reading reading = reading("Content-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: application/octet-stream\n\nhQEMA\n--b--\n", StandardCharsets.UTF_8);

        assertThat(reading).isEqualTo(new Reading.NoText("message/rfc822", Cause.ENCRYPTED));
    }

    @Test
    void anArchiveIsOpened() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("papers/kórea.txt"));
            zip.write(SENTENCE.getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("papers.bin"), bytes.toByteArray());

        Reading.Container archive = (Reading.Container) reader.read(file, "papers.bin", new Allowance(LIMITS));

        assertThat(archive.mediaType()).isEqualTo("application/zip");
        assertThat(archive.body()).isEmpty();
        assertThat(names(archive)).containsExactly("papers/kórea.txt");
        assertThat(content(archive, 0)).isEqualTo(SENTENCE);
    }

    @Test
    void aPictureOfAPageIsToldFromALogo() throws IOException {
        assertThat(((Reading.NoText) reader.read(png("scan", 1240, 1754), "scan.png", new Allowance(LIMITS))).cause()).isEqualTo(Cause.SCANNED);
        assertThat(((Reading.NoText) reader.read(png("logo", 300, 400), "logo.png", new Allowance(LIMITS))).cause()).isEqualTo(Cause.UNSUPPORTED);
        assertThat(((Reading.NoText) reader.read(png("banner", 2400, 700), "banner.png", new Allowance(LIMITS))).cause()).isEqualTo(Cause.UNSUPPORTED);
    }

    @Test
    void aMailThatIsTooMuchIsToldToBeAndTheNextIsRead() throws IOException {
        String attachments = "Content-Disposition: attachment; filename=a.txt\n\nx\n--b\n".repeat(LIMITS.unpackedFiles() + 1);
        StringBuilder nested = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n--b").append(i).append("\n");
        }

        for (String mail : List.of(mixed(attachments), nested + "\ndeep\n", "X-Long: " + "x".repeat(1 << 20) + "\n\n" + SENTENCE + "\n",
                "Subject: Long\n\n" + (SENTENCE + "\n").repeat(30 << 20 >> 6))) {
            assertThat(reading(mail, StandardCharsets.UTF_8)).isEqualTo(new Reading.NoText("message/rfc822", Cause.TOO_LARGE));
            assertThat(own(read("Subject: Next\n\n" + SENTENCE + "\n"))).isEqualTo(SENTENCE);
        }
    }

    @Test
    void aBigAttachmentIsKeptWithoutBeingHeldInMemory() throws IOException {
        byte[] big = new byte[30 << 20];
        Reading.Container mail = read(mixed("Content-Disposition: attachment; filename=big.bin\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(big) + "\n"));

        assertThat(Files.size(mail.files().getFirst().bytes())).isEqualTo(big.length);
    }

    private static Path png(String name, int width, int height) throws IOException {
        Path file = folder.resolve(name + ".png");
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", file.toFile());
        return file;
    }

    private static String mixed(String parts) {
        return "From: a@b.example\nSubject: Paper\nContent-Type: multipart/mixed; boundary=b\n\n--b\n" + parts + "--b--\n";
    }

    private static Reading.Container read(String mail) throws IOException {
        return read(mail, StandardCharsets.UTF_8);
    }

    private static Reading.Container read(String mail, Charset charset) throws IOException {
        return (Reading.Container) reading(mail, charset);
    }

    private static Reading reading(String mail, Charset charset) throws IOException {
        Path file = Files.write(folder.resolve("mail-" + ++made + ".eml"), mail.replace("\n", "\r\n").getBytes(charset));
        return reader.read(file, "message.eml", new Allowance(LIMITS));
    }

    private static String own(Reading.Container mail) {
        return String.join("\n", mail.body().stream().map(Block::text).toList());
    }

    private static List<String> names(Reading.Container mail) {
        return mail.files().stream().map(Unpacked::name).toList();
    }

    private static String content(Reading.Container mail, int index) throws IOException {
        return Files.readString(mail.files().get(index).bytes()).strip();
    }
}
