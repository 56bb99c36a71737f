package org.rapporteur;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A migrated, empty database of each kind, a fresh one for every call. */
public final class Databases {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Databases() {}

    /** In memory, as long as this process lives. */
    public static DataSource h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:test%d;MODE=PostgreSQL;DB_CLOSE_DELAY=-1".formatted(COUNT.incrementAndGet()));
        return migrated(source);
    }

    /** On a server that all tests of this process share. */
    public static DataSource postgres() {
        String name = "test" + COUNT.incrementAndGet();
        JdbcClient.create(Server.RUNNING.getPostgresDatabase()).sql("CREATE DATABASE " + name).update();
        return migrated(Server.RUNNING.getDatabase("postgres", name));
    }

    private static DataSource migrated(DataSource source) {
        Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
        return source;
    }

    /** Started when the first test asks for it. */
    private static final class Server {

        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
