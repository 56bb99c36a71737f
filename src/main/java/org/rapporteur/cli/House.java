package org.rapporteur.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Opens the house for a command: looks after the data folder, finds the routes, starts as much as the command needs. */
final class House {

    /** below this the disk counts as full */
    private static final long LEAST_SPACE = 50L << 20;
    private static final List<String> FOLDERS = List.of("db", "originals", "index", "inbox", "drafts", "calls", "log");

    private final Class<?> application;

    House(Class<?> application) {
        this.application = application;
    }

    /** How much of the house a command needs. */
    enum Need {
        /** the stores and the index */
        READ,
        /** the stages as well */
        WORK,
        /** doors, stages and the web desk; goes on until it is ended */
        SERVE
    }

    ConfigurableApplicationContext open(CommonOptions options, Need need, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("rapporteur.data", prepared(options.data()).toString());
        options.call().ifPresent(call -> settings.put("rapporteur.call", call));
        settings.put("rapporteur.routes", found("routes").orElseThrow(() -> Problem.found(
                "The folder 'routes' is neither here nor beside the launcher; start from the project's folder, or copy it here.")).toString());
        settings.put("rapporteur.doors", need == Need.SERVE);
        settings.put("rapporteur.stages", need != Need.READ);
        settings.put("camel.main.run-controller", need == Need.SERVE);
        settings.put("spring.main.lazy-initialization", need == Need.READ);
        settings.put("camel.main.auto-startup", need != Need.READ);
        SpringApplication spring = new SpringApplicationBuilder(application)
                .web(need == Need.SERVE ? WebApplicationType.SERVLET : WebApplicationType.NONE)
                .registerShutdownHook(true).logStartupInfo(false).build();
        spring.setDefaultProperties(Map.of());
        return spring.run(settings.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue()).toArray(String[]::new));
    }

    /** A folder of the project: in the working folder, beside the launcher, or one above it. */
    static Optional<Path> found(String folder) {
        String home = System.getProperty("rapporteur.home");
        Stream<Path> places = home == null ? Stream.of(Path.of("")) : Stream.of(Path.of(""), Path.of(home), Path.of(home).resolve(".."));
        return places.map(place -> place.resolve(folder).toAbsolutePath().normalize()).filter(Files::isDirectory).findFirst();
    }

    /** The data folder with all its folders, writable and with room. */
    static Path prepared(Path data) {
        Path folder = data.toAbsolutePath().normalize();
        try {
            for (String name : FOLDERS) {
                Files.createDirectories(folder.resolve(name));
            }
            Files.delete(Files.createTempFile(folder.resolve("log"), "try", null));
            if (Files.getFileStore(folder).getUsableSpace() < LEAST_SPACE) {
                throw Problem.found("The disk of the data folder %s is full; make room, or choose another with --data.".formatted(folder));
            }
        } catch (IOException cannotWrite) {
            throw Problem.found("The data folder %s can't be written (%s); make it writable, or choose another with --data."
                    .formatted(folder, cannotWrite.getClass().getSimpleName()));
        }
        return folder;
    }
}
