package org.rapporteur.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.Cli;
import org.rapporteur.NeedsProgram;

class FolderWalkTest {

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    @NeedsProgram("mkfifo")
    void aPipeIsToldAndKeepsNothingElseWaiting() throws IOException, InterruptedException {
        Path papers = Files.createDirectories(folder.resolve("in").resolve("KOR"));
        new ProcessBuilder("mkfifo", papers.resolve("pipe.txt").toString()).start().waitFor();
        Files.writeString(papers.resolve("paper.txt"), "1. The central fund pays half of the cost when other offices use the result. ".repeat(10));

        Cli.Result result = Cli.run(folder, "ingest", papers.getParent().toString(), "--json", "--data", folder.resolve("data").toString());

        assertThat(result.json().path("accepted").asInt()).isEqualTo(1);
        assertThat(result.json().path("unreadable").path(0).asString()).contains("pipe.txt was not taken in: it is a pipe");
    }
}
