package org.rapporteur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An ingest killed in the middle, and the same command again, end where an undisturbed one ends. */
class KilledIngestTest {

    private static final long SEED = Long.getLong("rapporteur.kill-seed", 20040714L);
    private static final int KILLS = Integer.getInteger("rapporteur.kills", 2);
    /** four papers, one of them a mail and one a revision, of three steps each that the log tells */
    private static final int STEPS = 12;

    @TempDir
    static Path folder;

    private static Path papers;
    private static List<String> undisturbed;

    @BeforeAll
    static void takeInUndisturbed() throws IOException, InterruptedException {
        papers = folder.resolve("papers");
        for (String file : List.of("GBR/fwd-country-paper-and-annex.eml", "KOR/korea-country-paper.pdf", "NOR/norway-paper-1-april.docx",
                "NOR/norway-paper-2-june-revised.docx")) {
            Files.createDirectories(papers.resolve(file).getParent());
            Files.copy(Path.of("sample-reports").resolve(file), papers.resolve(file));
        }
        Path data = folder.resolve("undisturbed");
        assertThat(ingest(data).status()).isZero();
        undisturbed = Snapshot.of(data);
    }

    static Stream<Integer> steps() {
        Random random = new Random(SEED);
        return IntStream.range(0, KILLS).mapToObj(kill -> random.nextInt(STEPS));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void anIngestKilledAfterAnyStepEndsLikeAnUndisturbedOne(int step) throws IOException, InterruptedException {
        Path data = folder.resolve("killed-" + step + "-" + System.nanoTime());

        int done = killAfter(step, data);
        Cli.Result again = ingest(data);

        System.out.printf("killed after step %d (asked: %d, seed %d)%n", done, step, SEED);
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(Snapshot.of(data)).isEqualTo(undisturbed);
    }

    private static Cli.Result ingest(Path data) throws IOException, InterruptedException {
        return Cli.run(folder, "ingest", papers.toString(), "--data", data.toString(), "--json");
    }

    /** Kills as soon as the log tells that many steps; how many it told then. */
    private static int killAfter(int steps, Path data) throws IOException, InterruptedException {
        Process process = Cli.start(folder.resolve("killed.txt"), List.of(), "ingest", papers.toString(), "--data", data.toString());
        Path log = data.resolve("log/rapporteur.log");
        int done = 0;
        while (process.isAlive() && !(Files.exists(log) && Files.exists(data.resolve("db/rapporteur.mv.db")) && done >= steps)) {
            TimeUnit.MILLISECONDS.sleep(5);
            done = Files.exists(log) ? (int) Files.readAllLines(log).stream().filter(line -> line.endsWith(" done")).count() : 0;
        }
        assertThat(process.isAlive()).as("it ended before it could be killed").isTrue();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        return done;
    }
}
