package org.rapporteur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapporteur.call.Calls;
import org.rapporteur.report.PackageCheck;
import org.rapporteur.report.PackageFile;
import org.rapporteur.submission.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A package of the papers of Norway and Denmark, checked without the house it came from. */
@ExtendWith(DraftedHouse.Given.class)
class PackageTest {

    @TempDir
    Path folder;

    private static byte[] packed;

    private final DraftedHouse house;
    private Path zip;

    PackageTest(DraftedHouse house) {
        this.house = house;
    }

    /** Once, because a draft is laid out each time; no test changes it. */
    @BeforeEach
    void pack() throws IOException {
        zip = folder.resolve("internal.zip");
        if (packed == null) {
            packed = Files.readAllBytes(write(false).file());
        }
        Files.write(zip, packed);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void aPackageThatNobodyTouchedIsRight(boolean everybody) {
        PackageFile.Written written = write(everybody);

        assertThat(PackageCheck.run(written.file()).wrong()).isEmpty();
        assertThat(PackageCheck.run(written.file()).checked()).isGreaterThan(written.counts().get("passages") + written.counts().get("codings"));
    }

    @Test
    void theSameHouseGivesTheSameBytes() throws IOException {
        assertThat(Files.mismatch(zip, house.part(PackageFile.class).write(house.part(Calls.class).current(), false, folder.resolve("again.zip")).file())).isEqualTo(-1);
    }

    @Test
    void itHoldsTheFilesThatCountriesSentAndTheirTexts() throws IOException {
        TamperedPackage files = TamperedPackage.of(zip);

        assertThat(Sha256.of(files.files().get("originals/MCH-2004-NOR-001-r2-1.docx")))
                .isEqualTo(Sha256.of(Path.of("sample-reports/NOR/norway-paper-2-june-revised.docx")));
        assertThat(files.text("texts/MCH-2004-NOR-001-r2-1.txt")).contains("7. Budget holders may transfer");
        assertThat(files.text("bibliography.bib")).contains("@techreport{MCH-2004-NOR-001,");
    }

    @Test
    void oneByteThatChangedInAnyFileIsFound() throws IOException {
        for (String name : TamperedPackage.of(zip).files().keySet()) {
            if (!name.equals("manifest.json")) {
                TamperedPackage files = TamperedPackage.of(zip);
                byte[] bytes = files.files().get(name).clone();
                bytes[bytes.length / 2] ^= 1;
                files.files().put(name, bytes);

                assertThat(PackageCheck.run(files.write(folder.resolve("tampered.zip"))).wrong()).contains(name + " has changed since the package was made; get it again");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            statements.json | ("quotation" : ")[^"]+ | $1We never wrote this. | quotes what its passage does not say
            statements.json | ("counted" : )2 | $13 | counts 3 countries and names 2
            statements.json | ("text" : ")Two countries | $1Twelve countries | says another number than the 2 countries that it names
            statements.json | ("papersRead" : )2 | $19 | says that 9 papers were read, and lists 2
            statements.json | ("country" : "DNK",\\s+"citation" : "[^"]+",\\s+"submission" : ")MCH-2004-DNK-001 | $1MCH-2004-ISL-001 | which the draft did not read
            statements.json | ("id" : )\\d+(,\\s+"version") | $1999999$2 | draft.docx says statement 999999 otherwise than statements.json
            texts/MCH-2004-NOR-001-r2-1.txt | five per cent of unspent | fifty per cent of unspent | does not stand in texts/MCH-2004-NOR-001-r2-1.txt where it says
            passages.json | ("start" : )\\d+ | $11 | does not stand in
            papers.json | ("sha256" : ")[0-9a-f]{64} | $10000000000000000000000000000000000000000000000000000000000000000 | is not the file that
            codings.csv | Budget holders may | Budget holders must | quotes what its paper does not say
            manifest.json | ("codings" : )\\d+ | $11000 | the manifest counts 1000 codings, and there are
            manifest.json | ("passages" : )\\d+ | $11 | the manifest counts 1 passages, and there are
            """)
    void whatTheManifestWasToldOfIsFoundByWhatTheFilesSayOfOneAnother(String file, String pattern, String instead, String found) throws IOException {
        TamperedPackage files = TamperedPackage.of(zip);
        files.change(file, text -> text.replaceFirst(pattern, instead)).listed();

        List<String> wrong = PackageCheck.run(files.write(folder.resolve("tampered.zip"))).wrong();

        assertThat(wrong).anyMatch(sentence -> sentence.contains(found));
    }

    @Test
    void aQuotationThatWasChangedTogetherWithItsPassageIsFound() throws IOException {
        TamperedPackage files = TamperedPackage.of(zip);
        String quotation = new ObjectReader(files).firstQuotation();
        files.change("statements.json", text -> text.replace(quotation, "We never wrote this.")).listed();

        assertThat(PackageCheck.run(files.write(folder.resolve("tampered.zip"))).wrong()).anyMatch(sentence -> sentence.contains("is not what passage"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (.*)>Two countries \\(2 papers read\\) | $1>Two countries (9 papers read) | otherwise than statements.json
            >Two countries \\(2 papers read\\) | >Two countries (9 papers read) | tells a finding that is no statement
            """)
    void aNumberThatWasChangedInTheDraftIsFound(String pattern, String instead, String found) throws IOException {
        TamperedPackage files = TamperedPackage.of(zip);
        files.changeWithin("draft.docx", "word/document.xml", text -> text.replaceFirst("(?s)" + pattern, instead)).listed();

        assertThat(PackageCheck.run(files.write(folder.resolve("tampered.zip"))).wrong()).anyMatch(sentence -> sentence.contains(found));
    }

    @Test
    void aPassageThatWasChangedInTheEvidenceListOfTheDraftIsFound() throws IOException {
        TamperedPackage files = TamperedPackage.of(zip);
        files.changeWithin("draft.docx", "word/document.xml", text -> text.replaceFirst("(?s)(.*\"EvidenceText\".*?<w:t[^>]*>)", "$1Not ")).listed();

        assertThat(PackageCheck.run(files.write(folder.resolve("tampered.zip"))).wrong()).anyMatch(sentence -> sentence.contains("holds what is no passage: Not "));
    }

    @Test
    void aTextThatWasChangedInTheProjectIsFound() throws IOException {
        TamperedPackage files = TamperedPackage.of(zip);
        String source = TamperedPackage.of(Files.write(folder.resolve("project.zip"), files.files().get("codings.qdpx"))).files().keySet().stream()
                .filter(name -> name.startsWith("sources/")).findFirst().orElseThrow();
        files.changeWithin("codings.qdpx", source, text -> text + " Added.").listed();

        assertThat(PackageCheck.run(files.write(folder.resolve("tampered.zip"))).wrong()).anyMatch(sentence -> sentence.contains("is none of the package"));
    }

    @Test
    void aFileThatIsMissingAndOneThatWasAddedAreFound() throws IOException {
        TamperedPackage files = TamperedPackage.of(zip);
        files.files().remove("codings.csv");
        files.files().put("more.txt", new byte[] {1});

        assertThat(PackageCheck.run(files.write(folder.resolve("tampered.zip"))).wrong())
                .anyMatch(sentence -> sentence.contains("codings.csv is listed and not there"))
                .anyMatch(sentence -> sentence.contains("more.txt is in the package and not listed"));
    }

    @Test
    void thePublicEditionHoldsNeitherRestrictedTextNorFailuresNorFilesOfCountries() {
        house.with("INSERT INTO passage_access (call_id, submission_id, extraction_id, start_offset, end_offset, text_sha256, access, attribution, actor, set_at) "
                + "SELECT p.call_id, s.id, p.extraction_id, p.start_offset, p.end_offset, p.text_sha256, 'RESTRICTED', 'NAMED', 'anna', CURRENT_TIMESTAMP "
                + "FROM passage p, submission s WHERE s.number = 'MCH-2004-NOR-001' AND p.text LIKE '7. Budget holders%'", () -> {
            Path everybody = write(true).file();
            TamperedPackage files = open(everybody);

            assertThat(files.files().keySet()).noneMatch(name -> name.startsWith("originals/"));
            assertThat(everything(files)).doesNotContain("Budget holders may transfer").contains("A central fund of 40 million kroner");
            assertThat(files.text("codings.csv")).doesNotContain(",failure,").doesNotContain(",both,").contains(",success,");
            assertThat(PackageCheck.run(everybody).wrong()).isEmpty();
        });
    }

    @Test
    void thePublicEditionDoesNotQuoteWhatACountrySaysOfAFailure() throws IOException {
        List<String> failures = house.part(JdbcClient.class).sql("""
                SELECT DISTINCT e.quotation FROM evidence e JOIN statement t ON t.id = e.statement_id
                JOIN effective_coding c ON c.passage_id = e.passage_id AND c.code = t.code
                WHERE e.quotation IS NOT NULL AND c.outcome IN ('FAILURE', 'BOTH')
                """).query(String.class).list();

        TamperedPackage files = open(write(true).file());

        assertThat(failures).isNotEmpty();
        assertThat(failures).noneMatch(quotation -> files.text("statements.csv").contains(quotation));
        assertThat(open(zip).text("statements.csv")).contains(failures.getFirst());
    }

    @Test
    void theCommandChecksAPackageWithoutADataFolder() throws IOException, InterruptedException {
        Path tampered = TamperedPackage.of(zip).change("README.txt", text -> text + "!").write(folder.resolve("tampered.zip"));

        Cli.Result right = Cli.run(folder, "verify", zip.toString(), "--json", "--data", folder.resolve("none").toString());
        Cli.Result wrong = Cli.run(folder, "verify", tampered.toString(), "--data", folder.resolve("none").toString());

        assertThat(right.status()).as(right.err()).isZero();
        assertThat(right.json().path("wrong")).isEmpty();
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.out()).contains("README.txt has changed since the package was made");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private PackageFile.Written write(boolean everybody) {
        return house.part(PackageFile.class).write(house.part(Calls.class).current(), everybody, folder.resolve(everybody ? "public.zip" : "internal.zip"));
    }

    private static TamperedPackage open(Path zip) {
        try {
            return TamperedPackage.of(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String everything(TamperedPackage files) {
        return files.files().values().stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).reduce("", String::concat);
    }

    /** What a package says in JSON. */
    private record ObjectReader(TamperedPackage files) {

        String firstQuotation() {
            JsonNode draft = tools.jackson.databind.json.JsonMapper.shared().readTree(files.text("statements.json"));
            return Stream.iterate(0, i -> i + 1).map(i -> draft.path("statements").path(i).path("evidence").path(0).path("quotation"))
                    .filter(JsonNode::isString).findFirst().orElseThrow().asString();
        }
    }
}
