package org.rapporteur.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.Cli;
import org.rapporteur.Rows;
import org.rapporteur.account.AuditTrails;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the embedded database promises: a delivery that was committed is there after the process was killed. */
class CommittedDeliveriesTest {

    private static final int COMMITS = 25;

    @TempDir
    Path folder;

    @RepeatedTest(3)
    void aCommittedDeliverySurvivesAKill() throws IOException, InterruptedException {
        Path database = folder.resolve("db" + System.nanoTime());
        Path out = folder.resolve("out.txt");
        List<String> command = new ArrayList<>(Cli.java(List.of(), Committing.class));
        command.add(database.toString());

        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
        while (process.isAlive() && committed(out).size() < COMMITS) {
            Thread.sleep(5);
        }
        process.destroyForcibly().waitFor();

        List<Long> committed = committed(out);
        assertThat(committed).hasSizeGreaterThanOrEqualTo(COMMITS);
        assertThat(JdbcClient.create(open(database)).sql("SELECT id FROM delivery").query(Long.class).list()).containsAll(committed);
    }

    private static List<Long> committed(Path out) throws IOException {
        return Files.readAllLines(out).stream().filter(line -> line.matches("committed \\d+\\."))
                .map(line -> Long.valueOf(line.replaceAll("\\D", ""))).toList();
    }

    private static JdbcDataSource open(Path database) {
        JdbcDataSource source = new JdbcDataSource();
        // as in application.yaml
        source.setURL("jdbc:h2:file:%s;MODE=PostgreSQL;AUTO_SERVER=TRUE;WRITE_DELAY=%s".formatted(database,
                System.getenv().getOrDefault("WRITE_DELAY_TRIED", "0")));
        return source;
    }

    /** Commits deliveries and prints the key of each, until it is killed. */
    static final class Committing {

        public static void main(String[] arguments) throws SQLException {
            JdbcDataSource source = open(Path.of(arguments[0]));
            // like a pool: the database closes, and writes everything, with its last connection
            Connection held = source.getConnection();
            Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
            Rows rows = new Rows(source);
            rows.original();
            long call = rows.call();
            Deliveries deliveries = new Deliveries(rows.jdbc(), AuditTrails.on(rows.jdbc(), Clock.systemUTC()),
                    rows.transaction(), event -> { }, Clock.systemUTC());
            for (int i = 0; i < 10_000; i++) {
                System.out.println("committed " + deliveries.add(new Deliveries.Arrival(call, DeliveryKind.PAPER, Channel.MAIL, "key " + i,
                        new Sha256(Rows.SHA256), null, "paper", null, null, null, null, false, Authentication.UNCHECKED)).id() + ".");
            }
        }
    }
}
