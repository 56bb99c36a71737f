package org.rapporteur.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the store of originals promises on every database. */
abstract class OriginalsContract {

    private static final byte[] PAPER = "a paper".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Originals originals;

    abstract DataSource database();

    @BeforeEach
    void open() throws IOException {
        originals = new Originals(Files.createDirectories(folder.resolve("originals")), JdbcClient.create(database()), Clock.systemUTC());
    }

    @Test
    void whatIsKeptIsThereByItsHash() {
        Sha256 hash = originals.keep(PAPER);

        assertThat(hash).isEqualTo(Sha256.of(PAPER));
        assertThat(originals.file(hash)).hasBinaryContent(PAPER);
    }

    @Test
    void twiceIsOnce() throws IOException {
        originals.keep(PAPER);
        originals.keep(Files.write(folder.resolve("copy"), PAPER));

        assertThat(originals.all()).containsExactly(Sha256.of(PAPER));
    }

    @Test
    void aFileThatWasCutShortIsMadeWholeAgain() throws IOException {
        Sha256 hash = originals.keep(PAPER);
        Files.write(originals.file(hash), new byte[] {1});

        originals.keep(PAPER);

        assertThat(originals.file(hash)).hasBinaryContent(PAPER);
    }

    @Test
    void theFileThatWasTakenInStaysWhereItIs() throws IOException {
        Path inbox = Files.write(folder.resolve("paper.txt"), PAPER);

        originals.keep(inbox);

        assertThat(inbox).hasBinaryContent(PAPER);
    }
}
