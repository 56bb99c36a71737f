package org.rapporteur;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.rapporteur.account.Accounts;
import org.rapporteur.account.Password;
import org.rapporteur.account.Role;
import org.rapporteur.call.Calls;
import org.rapporteur.intake.FolderWalk;
import org.rapporteur.submission.WorkItems;
import org.rapporteur.submission.WorkKind;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * A house with its desk open, which has read the papers of Korea, France, Norway and Czechia; Anna is an analyst, Ruth of the
 * secretariat, Adam an administrator.
 * All tests that ask for it are given the same one: what a test adds has a name of its own, and nothing that others look for is changed.
 */
public final class OpenDesk {

    private static @Nullable OpenDesk only;

    private final Path data;
    private final ConfigurableApplicationContext context;

    private OpenDesk(Path data, ConfigurableApplicationContext context) {
        this.data = data;
        this.context = context;
    }

    /** Gives the desk to the parameters of tests. */
    public static final class Given implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == OpenDesk.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return only();
        }
    }

    /** One for each process that runs tests, and not for each class: it takes half a minute to open. */
    private static synchronized OpenDesk only() {
        if (only == null) {
            only = open();
            Runtime.getRuntime().addShutdownHook(new Thread(only::close));
        }
        return only;
    }

    private static OpenDesk open() {
        try {
            Path data = Files.createTempDirectory("desk");
            for (String folder : List.of("db", "index", "inbox", "originals", "log")) {
                Files.createDirectories(data.resolve(folder));
            }
            ConfigurableApplicationContext context = new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.SERVLET).run("--rapporteur.data=" + data,
                    "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--rapporteur.stages=true", "--server.port=0");
            Chromium.addPeople(context, Role.SECRETARIAT);
            context.getBean(Accounts.class).add("adam", new Password(Chromium.PASSWORD), Role.ADMINISTRATOR);
            for (FolderWalk.Item item : FolderWalk.files(List.of(Path.of("sample-reports")))) {
                if (item.place().matches("(KOR|FRA|NOR|CZE)/.*")) {
                    context.getBean(FolderWalk.class).take(context.getBean(Calls.class).current(), item, Optional.empty(), taken -> { });
                }
            }
            Waiting.until(() -> context.getBean(WorkItems.class).unfinished(WorkKind.DELIVERY) == 0);
            return new OpenDesk(data, context);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public String address() {
        return Chromium.address(context);
    }

    private void close() {
        context.close();
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
