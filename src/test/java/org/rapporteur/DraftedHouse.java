package org.rapporteur;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * A house that has taken in two papers and drafted once; what a test changes in its database is taken back. All tests that ask for it
 * are given the same.
 */
final class DraftedHouse implements AutoCloseable {

    private final Path folder;
    private final ConfigurableApplicationContext context;

    private DraftedHouse(Path folder, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.context = context;
    }

    /** Gives the house to the parameters of tests. */
    static final class Given implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == DraftedHouse.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot().getStore(ExtensionContext.Namespace.create(DraftedHouse.class))
                    .computeIfAbsent("house", key -> open(), DraftedHouse.class);
        }

        private static DraftedHouse open() {
            try {
                return in(Files.createTempDirectory("drafted"));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static DraftedHouse in(Path folder) throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        for (String country : new String[] {"NOR", "DNK"}) {
            Cli.run(folder, "ingest", "sample-reports/" + country, "--country", country, "--data", data.toString());
        }
        Cli.run(folder, "draft", "--data", data.toString());
        return new DraftedHouse(folder, new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.NONE).run("--rapporteur.data=" + data,
                "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--rapporteur.doors=false", "--rapporteur.stages=false",
                "--camel.main.run-controller=false", "--camel.main.auto-startup=false", "--spring.main.lazy-initialization=true"));
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Runs with the database changed by this SQL, which has to change something. */
    void with(String sql, Runnable look) {
        part(TransactionTemplate.class).executeWithoutResult(status -> {
            status.setRollbackOnly();
            if (part(JdbcClient.class).sql(sql).update() == 0) {
                throw new AssertionError("changed nothing: " + sql);
            }
            look.run();
        });
    }

    @Override
    public void close() throws IOException {
        context.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
