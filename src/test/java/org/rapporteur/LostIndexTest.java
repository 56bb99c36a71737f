package org.rapporteur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.call.Calls;
import org.rapporteur.search.PassageQuery;
import org.rapporteur.search.PassageSearch;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The index can be thrown away: whoever may write builds it again at the start, whoever only reads says that it is missing. */
class LostIndexTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static Path data;

    @BeforeAll
    static void takeInAPaper() throws IOException, InterruptedException {
        data = folder.resolve("data");
        Path paper = Files.createDirectories(folder.resolve("papers/KOR"));
        Files.copy(Path.of("sample-reports/KOR/korea-country-paper.pdf"), paper.resolve("korea-country-paper.pdf"));
        assertThat(Cli.run(folder, "ingest", paper.getParent().toString(), "--data", data.toString(), "--json").status()).isZero();
    }

    @Test
    void aThrownAwayIndexIsBuiltAgainAtTheStart() throws Exception {
        FileSystemUtils.deleteRecursively(data.resolve("index"));
        Cli.Result readOnly = Cli.run(folder, "search", "fund", "--data", data.toString(), "--json");
        assertThat(readOnly.status()).isEqualTo(1);
        assertThat(readOnly.err()).contains("index").contains("reindex");

        assertThat(foundAfterAStart()).isPositive();
    }

    @Test
    void anIndexOfAnotherVersionIsBuiltAgainAtTheStart() throws Exception {
        FileSystemUtils.deleteRecursively(data.resolve("index"));
        try (IndexWriter foreign = new IndexWriter(FSDirectory.open(data.resolve("index")), new IndexWriterConfig())) {
            foreign.commit();
        }

        assertThat(foundAfterAStart()).isPositive();
    }

    private static long foundAfterAStart() throws InterruptedException, IOException {
        Files.createDirectories(data.resolve("index"));
        try (ConfigurableApplicationContext house = new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.NONE)
                .run("--rapporteur.data=" + data, "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--rapporteur.stages=true")) {
            Instant end = Instant.now().plus(LONGEST);
            long found = 0;
            while (found == 0 && Instant.now().isBefore(end)) {
                Thread.sleep(50);
                found = house.getBean(PassageSearch.class).search(new PassageQuery.Word("fund"), house.getBean(Calls.class).current().code(),
                        false, 0, 1).total();
            }
            return found;
        }
    }
}
