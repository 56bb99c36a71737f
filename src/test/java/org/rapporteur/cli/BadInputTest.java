package org.rapporteur.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.Cli;
import tools.jackson.databind.JsonNode;

/** Whatever is wrong gets one sentence that says what it is and what to do, and nothing is lost. */
class BadInputTest {

    @TempDir
    Path folder;

    @Test
    void anUnknownCountryIsRefusedBeforeAnythingIsTakenIn() throws Exception {
        Files.writeString(folder.resolve("paper.txt"), "text");

        Cli.Result result = run("ingest", folder.resolve("paper.txt").toString(), "--country", "KOREA");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("'KOREA' is no ISO 3166-1 alpha-3 code; Korea is KOR.");
    }

    @Test
    void aPathThatIsNotThereIsTold() throws Exception {
        Cli.Result result = run("ingest", folder.resolve("nowhere").toString());

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("There is no file or folder").contains("check the path");
    }

    @Test
    void filesOfOtherProgramsThatCanNotBeReadOrWrittenAreTold() throws Exception {
        Cli.Result ending = run("export", folder.resolve("codings.docx").toString());
        assertThat(ending.status()).isEqualTo(2);
        assertThat(ending.err()).contains("ends in .qdpx, .qdc, .xlsx, .csv, .bib or .json");

        Cli.Result nowhere = run("import", folder.resolve("nowhere.qdpx").toString());
        assertThat(nowhere.status()).isEqualTo(2);
        assertThat(nowhere.err()).contains("can't be read; check the path");

        Cli.Result broken = run("import", Files.writeString(folder.resolve("broken.qdpx"), "no project").toString());
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.err()).contains("is no whole ZIP file").contains("export it anew");
    }

    @Test
    void collectionsAndPackagesThatCanNotBeWrittenOrCheckedAreTold() throws Exception {
        Cli.Result book = run("collection", "--out", folder.resolve("book.odt").toString());
        assertThat(book.status()).isEqualTo(2);
        assertThat(book.err()).contains("ends in .docx or .pdf");

        Cli.Result both = run("collection", "--out", folder.resolve("book.docx").toString(), "--issue", "--issued", "1");
        assertThat(both.status()).isEqualTo(2);
        assertThat(both.err()).contains("give one of them");

        Cli.Result never = run("collection", "--out", folder.resolve("book.docx").toString(), "--issued", "7", "--public");
        assertThat(never.status()).isEqualTo(1);
        assertThat(never.err()).contains("No public collection 7 has been issued for MCH-2004");

        Cli.Result packed = run("package", "--out", folder.resolve("all.rar").toString());
        assertThat(packed.status()).isEqualTo(2);
        assertThat(packed.err()).contains("ends in .zip");

        Cli.Result nowhere = run("verify", folder.resolve("nowhere.zip").toString());
        assertThat(nowhere.status()).isEqualTo(2);
        assertThat(nowhere.err()).contains("can't be read; check the path");

        Cli.Result broken = run("verify", Files.writeString(folder.resolve("broken.zip"), "no package").toString(), "--json");
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.json().path("wrong").path(0).asString()).contains("is no whole ZIP file");
    }

    @Test
    void theSameBytesTwiceBrokenFilesAndStrangersAreAllAccountedFor() throws Exception {
        String paper = "1. The central fund pays half of the cost when other offices use the result. ".repeat(10);
        write("in/KOR/paper.txt", paper);
        write("in/KOR/again.txt", paper);
        write("in/NOR/empty.txt", "");
        write("in/NOR/broken.pdf", "%PDF-1.4 and then nothing");
        write("in/BRA/not-invited.txt", paper + " More.");
        write("in/stray.txt", paper + " And more.");
        write("in/SWE/covering.eml", "From: country.paper@swe.example\r\nTo: papers@localhost\r\nSubject: Paper\r\n\r\n\r\n");

        Cli.Result result = run("ingest", folder.resolve("in").toString(), "--json");

        JsonNode json = result.json();
        assertThat(result.status()).isEqualTo(1);
        assertThat(json.path("deliveries").asInt()).isEqualTo(7);
        assertThat(json.path("accepted").asInt()).isEqualTo(1);
        assertThat(json.path("duplicate").asInt()).isEqualTo(1);
        assertThat(json.path("held").asInt()).isEqualTo(5);
        assertThat(json.path("papers")).allSatisfy(one -> assertThat(one.path("reason").asString()).isNotBlank());
    }

    @Test
    void aCodebookWithATypoStopsWithItsLine() throws Exception {
        write("data/calls/MCH-2004/call.yaml", Files.readString(Path.of("src/main/resources/calls/MCH-2004/call.yaml")));
        write("data/calls/MCH-2004/codebook.yaml", Files.readString(Path.of("src/main/resources/calls/MCH-2004/codebook.yaml"))
                .replaceFirst("finding:", "fnding:"));

        Cli.Result result = run("status");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).containsPattern("codebook.yaml line \\d+: .*finding").doesNotContain("Exception");
    }

    @Test
    void aDataFolderThatCanNotBeWrittenIsTold() throws Exception {
        Files.writeString(folder.resolve("file"), "not a folder");

        Cli.Result result = Cli.run(folder, "status", "--data", folder.resolve("file/data").toString());

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("can't be written").contains("--data");
    }

    @Test
    void aPortInUseIsTold() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process serve = serve("one", taken.getLocalPort());

            assertThat(serve.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(serve.exitValue()).isEqualTo(1);
            assertThat(Files.readString(folder.resolve("one.txt"))).contains("Port " + taken.getLocalPort() + " is in use")
                    .contains("--port").doesNotContain("Exception");
        }
    }

    @Test
    void aPortOfTheTrialMailboxInUseIsTold() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process serve = Cli.start(folder.resolve("mail.txt"), List.of("-Drapporteur.mail.trial-smtp-port=" + taken.getLocalPort(),
                    "-Drapporteur.mail.port=" + taken.getLocalPort()), "serve", "--port", "0", "--data", folder.resolve("data").toString());

            assertThat(serve.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(serve.exitValue()).isEqualTo(1);
            assertThat(Files.readString(folder.resolve("mail.txt"))).contains("of the trial mailbox is in use")
                    .contains("rapporteur.mail.host").doesNotContain("Exception");
        }
    }

    @Test
    void aSecondServeOnTheSameFolderIsTold() throws Exception {
        Process first = serve("first", 0);
        try {
            for (int i = 0; i < 600 && !Files.readString(folder.resolve("first.txt")).contains("Ready"); i++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            Process second = serve("second", 0);

            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isEqualTo(1);
            assertThat(Files.readString(folder.resolve("second.txt"))).contains("Another Rapporteur already serves the data folder");
            assertThat(first.isAlive()).isTrue();
            assertThat(run("status").status()).as("other commands work beside it").isZero();
        } finally {
            first.destroy();
            first.waitFor();
        }
    }

    @Test
    void aMistakeInAQueryIsToldAndSomethingIsSoughtAllTheSame() throws Exception {
        Cli.Result result = run("search", "\"open phrase");

        assertThat(result.err() + result.out()).doesNotContain("Exception").doesNotContain("should not have happened");
    }

    private Process serve(String name, int port) throws IOException {
        return Cli.start(folder.resolve(name + ".txt"), List.of("-Drapporteur.mail.host=127.0.0.1", "-Drapporteur.mail.port=1"),
                "serve", "--port", String.valueOf(port), "--data", folder.resolve("data").toString());
    }

    private Cli.Result run(String... arguments) throws IOException, InterruptedException {
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        return Cli.run(folder, all.toArray(String[]::new));
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
