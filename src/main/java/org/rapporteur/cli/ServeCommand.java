package org.rapporteur.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Accounts;
import org.rapporteur.synthesis.Drafts;
import org.rapporteur.call.Calls;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: routes, intake and the web desk. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Runs routes, intake and the web desk (the default command).")
final class ServeCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(names = "--trial", description = "Also takes in sample-reports/ and drafts once.")
    private boolean trial;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "Port of the desk (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--address", paramLabel = "IP", description = "Address the desk listens on (default: 127.0.0.1).")
    private @Nullable String address;

    ServeCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        PrintStream out = System.out;
        FolderLock.take(House.prepared(options.data()));
        Map<String, Object> settings = new HashMap<>(Map.of("server.port", port, "rapporteur.trial", trial));
        Optional.ofNullable(address).ifPresent(value -> settings.put("server.address", value));
        ConfigurableApplicationContext context = house.open(options, House.Need.SERVE, settings);
        if (trial) {
            tryOut(context, out);
        }
        out.printf("%nThe desk: http://%s:%d/%n", address == null ? "127.0.0.1" : address, port);
        context.getBean(Accounts.class).firstPassword().ifPresent(password -> out.printf(
                "First login: name %s, one-time password %s (shown once, not in the log)%n", Accounts.FIRST, password));
        context.getBean(TrialNotice.class).lines().forEach(out::println);
        return CommandLineApp.RUNNING;
    }

    private void tryOut(ConfigurableApplicationContext context, PrintStream out) throws IOException {
        Optional<Path> samples = House.found("sample-reports");
        if (samples.isEmpty()) {
            out.println("The folder 'sample-reports' is neither here nor beside the launcher: nothing to try out with.");
            return;
        }
        out.println("Taking in the sample papers; they are fiction.");
        Ingestion.in(context).run(List.of(samples.get()), Optional.empty(), options.progress()).lines().forEach(out::println);
        if (context.getBean(Drafts.class).count(context.getBean(Calls.class).current().id()) == 0) {
            Drafting drafting = Drafting.in(context, options.data());
            out.println("Draft: " + drafting.write(drafting.nextFile()).file());
        }
    }
}
