package org.rapporteur.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Accounts;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: keeps the doors open, the stages running and the desk at hand. */
@Command(name = "serve", mixinStandardHelpOptions = true,
        description = "Takes in papers by folder and mail, and opens the web desk (the default command).")
final class ServeCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(names = "--trial", description = "Also takes in sample-reports/ and drafts once.")
    private boolean trial;

    @Option(names = "--port", paramLabel = "PORT", description = "Port of the desk (default: 8080).")
    private @Nullable Integer port;

    @Option(names = "--address", paramLabel = "ADDRESS",
            description = "Address the desk listens on (default: 127.0.0.1, so that only this machine reaches it).")
    private @Nullable String address;

    ServeCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        FolderLock lock = FolderLock.take(House.prepared(options.data()));
        ConfigurableApplicationContext context = house.open(options, House.Need.SERVE, settings());
        // a lock that nobody holds on to is closed with the garbage
        context.getBeanFactory().registerSingleton("folder-lock", lock);
        if (trial) {
            tryOut(context, out);
        }
        // the password goes to the console alone: a log is read by others, and kept
        Optional<String> password = context.getBean(Accounts.class).firstPassword();
        Welcome.lines(context.getEnvironment(), password).forEach(out::println);
        return CommandLineApp.RUNNING;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(Map.of("rapporteur.trial", trial));
        if (port != null) {
            settings.put("server.port", port);
        }
        if (address != null) {
            settings.put("server.address", address);
        }
        return settings;
    }

    private void tryOut(ConfigurableApplicationContext context, PrintStream out) throws IOException {
        Optional<Path> samples = House.found("sample-reports");
        if (samples.isPresent()) {
            out.println("Taking in the sample papers; they are fiction.");
            Ingestion.in(context).run(List.of(samples.get()), Optional.empty(), options.progress()).lines().forEach(out::println);
        }
        out.println("Drafting the synthesis.");
        DraftPrint.write(context, null).lines().forEach(out::println);
    }
}
