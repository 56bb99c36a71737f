package org.rapporteur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job with a PostgreSQL server instead of the embedded database: another setting, no other code. */
class PostgresMainJobTest {

    @TempDir
    Path folder;

    @Test
    void papersAreTakenInFoundDraftedAndVerified() throws Exception {
        String url = url();

        assertThat(run(url, "ingest", "sample-reports/NOR", "--country", "NOR")).contains("2 accepted");
        assertThat(run(url, "search", "central fund")).contains("para. ");
        assertThat(run(url, "draft")).contains("3 chapters");
        assertThat(run(url, "verify")).contains("all well");
    }

    private String run(String url, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve(arguments[0] + ".txt");
        String[] all = java.util.stream.Stream.concat(java.util.stream.Stream.of(arguments),
                java.util.stream.Stream.of("--data", folder.resolve("data").toString())).toArray(String[]::new);
        Process process = Cli.start(out, List.of("-Dspring.datasource.url=" + url, "-Dspring.datasource.username=postgres",
                "-Dspring.datasource.password=postgres"), all);
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return Files.readString(out);
    }

    private static String url() throws SQLException {
        try (Connection connection = Databases.postgres().getConnection()) {
            return connection.getMetaData().getURL();
        }
    }
}
