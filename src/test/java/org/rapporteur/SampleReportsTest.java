package org.rapporteur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The main job on the sample papers, from the command line: every paper in {@code sample-reports/} is a test by being there. */
class SampleReportsTest {

    private static final Path SAMPLES = Path.of("sample-reports");
    /** a scan, which is there to be held */
    private static final String SCAN = "CZE/czech-republic-country-paper.pdf";

    @TempDir
    static Path folder;

    private static Path data;
    private static JsonNode ingested;

    @BeforeAll
    static void takeInOnce() throws IOException, InterruptedException {
        data = folder.resolve("data");
        Cli.Result result = run("ingest", SAMPLES.toString());
        assertThat(result.status()).as(result.err()).isEqualTo(1);
        ingested = result.json();
    }

    @TestFactory
    Stream<DynamicTest> everySamplePaperIsAcceptedAsOneOfItsCountry() throws IOException {
        return papers().map(file -> DynamicTest.dynamicTest(file, () -> {
            JsonNode paper = paper(file);
            assertThat(paper.path("country").asString()).isEqualTo(file.substring(0, 3));
            assertThat(paper.path("outcome").asString()).as(paper.path("reason").asString())
                    .isEqualTo(file.equals(SCAN) ? "held" : "accepted");
        }));
    }

    @Test
    void everyDeliveryHasExactlyOneOutcome() {
        assertThat(ingested.path("deliveries").asInt()).isEqualTo(Stream.of("accepted", "duplicate", "held", "refused", "ignored")
                .mapToInt(outcome -> ingested.path(outcome).asInt()).sum());
    }

    @Test
    void theScanIsHeldAndTheReasonSaysWhatToSend() {
        assertThat(paper(SCAN).path("reason").asString()).contains("pictures without text").contains("please send");
    }

    @Test
    void theSameFilesAgainAreTheSameDeliveries() throws IOException, InterruptedException {
        JsonNode again = run("ingest", SAMPLES.toString()).json();

        assertThat(again.path("papers")).isEqualTo(ingested.path("papers"));
        assertThat(run("status").json().path("ledger").path("deliveries").asInt()).isEqualTo(ingested.path("deliveries").asInt());
    }

    @Test
    void theLaterPaperOfNorwayIsARevisionAndCanadaHasTwoLanguages() throws IOException, InterruptedException {
        JsonNode countries = run("status").json().path("countries");

        assertThat(StreamSupport.stream(countries.spliterator(), false).filter(one -> one.path("revision").asInt() == 2)
                .map(one -> one.path("country").asString())).containsExactlyInAnyOrder("NOR", "CAN");
    }

    @Test
    void aPassageIsFoundByWordsAndThemeWithItsCitation() throws IOException, InterruptedException {
        JsonNode hits = run("search", "innovation fund", "--theme", "incentives", "--country", "DNK").json().path("hits");

        assertThat(hits.path(0).path("submission").asString()).isEqualTo("MCH-2004-DNK-001");
        assertThat(hits.path(0).path("citation").asString()).isEqualTo("Denmark, para. 8");
        assertThat(hits.path(0).path("themes").toString()).contains("incentives");
        assertThat(hits.path(0).path("highlights").toString()).contains("innovation");
    }

    @Test
    void anAccentedWordOfAFrenchPaperIsFound() throws IOException, InterruptedException {
        JsonNode found = run("search", "infogérance").json();

        assertThat(found.path("total").asInt()).isPositive();
        assertThat(found.path("hits").path(0).path("country").asString()).isEqualTo("FRA");
    }

    @Test
    void everythingInTheFolderAgrees() throws IOException, InterruptedException {
        run("draft", "--out", folder.resolve("agrees.docx").toString());

        JsonNode verified = run("verify").json();

        assertThat(verified.path("wrong")).isEmpty();
        assertThat(verified.path("checked").asInt()).isGreaterThan(ingested.path("passages").asInt());
    }

    @Test
    void everyCountryWithAPaperIsAChapterOfTheCollection() throws IOException, InterruptedException {
        JsonNode book = run("collection", "--out", folder.resolve("book.docx").toString(), "--issue").json();

        assertThat(book.path("chapters").asInt()).isEqualTo((int) papers().map(file -> file.substring(0, 3)).distinct().count());
        assertThat(book.path("papers").asInt() + book.path("unread").asInt()).isEqualTo(book.path("chapters").asInt());
        assertThat(book.path("number").asInt()).isPositive();
        assertThat(run("collection", "--out", folder.resolve("again.docx").toString(), "--issued", book.path("number").asString()).json().path("sha256"))
                .isEqualTo(book.path("sha256"));
    }

    @Test
    void aPackageOfAllPapersIsRightByItself() throws IOException, InterruptedException {
        run("draft", "--out", folder.resolve("packed.docx").toString());
        JsonNode packed = run("package", "--out", folder.resolve("all.zip").toString(), "--public").json();

        assertThat(packed.path("passages").asInt()).isPositive();
        assertThat(Cli.run(folder, "verify", folder.resolve("all.zip").toString(), "--json").json().path("wrong")).isEmpty();
    }

    @Test
    void aChangedOriginalIsFoundOut() throws IOException, InterruptedException {
        Path copy = folder.resolve("copy");
        copy(data, copy);
        Path original = files(copy.resolve("originals")).getFirst();
        Files.writeString(original, "forged");

        Cli.Result result = Cli.run(folder, "verify", "--data", copy.toString(), "--json");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.json().path("wrong").path(0).asString()).contains("has changed since it came").contains("backup");
    }

    @Test
    void theIndexIsBuiltAgainFromTheDatabase() throws IOException, InterruptedException {
        List<String> before = citations("leadership");

        JsonNode rebuilt = run("reindex").json();

        assertThat(rebuilt.path("passages").asInt()).isPositive();
        assertThat(citations("leadership")).isNotEmpty().isEqualTo(before);
    }

    @Test
    void theDraftIsWrittenAndSaysWhatItHolds() throws IOException, InterruptedException {
        Path file = folder.resolve("draft.docx");

        JsonNode draft = run("draft", "--out", file.toString()).json();

        assertThat(file).isNotEmptyFile();
        assertThat(draft.path("chapters").asInt()).isEqualTo(3);
        assertThat(draft.path("countries").asInt()).isGreaterThanOrEqualTo(14);
        assertThat(draft.path("quotations").asInt()).isPositive();
    }

    private static Cli.Result run(String... arguments) throws IOException, InterruptedException {
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString(), "--json")).toArray(String[]::new);
        return Cli.run(folder, all);
    }

    /** Without scores: they count what was deleted and not merged away yet. */
    private static List<String> citations(String query) throws IOException, InterruptedException {
        return StreamSupport.stream(run("search", query).json().path("hits").spliterator(), false)
                .map(hit -> hit.path("citation").asString() + hit.path("text").asString()).sorted().toList();
    }

    private static JsonNode paper(String file) {
        return StreamSupport.stream(ingested.path("papers").spliterator(), false)
                .filter(paper -> paper.path("file").asString().equals(file)).findFirst().orElseThrow();
    }

    private static Stream<String> papers() throws IOException {
        Set<String> notPapers = Set.of("README.md");
        return files(SAMPLES).stream().map(file -> SAMPLES.relativize(file).toString().replace('\\', '/'))
                .filter(file -> !file.startsWith(".") && !notPapers.contains(file)).sorted();
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).collect(Collectors.toList());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }
}
