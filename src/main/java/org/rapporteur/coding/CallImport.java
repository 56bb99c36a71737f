package org.rapporteur.coding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.account.Actor;
import org.rapporteur.call.CallContent;
import org.rapporteur.call.CallFile;
import org.rapporteur.call.CallReader;
import org.rapporteur.call.CallReading;
import org.rapporteur.call.Calls;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Imports the calls at the start: the one that ships with the product, then those in {@code data/calls/<CODE>/}. A call of
 * one's own needs {@code call.yaml}, and takes the place of the shipped one with the same code; without
 * {@code codebook.yaml} beside it, it uses the codebook that ships.
 */
@Component
@Lazy(false)
public class CallImport implements InitializingBean {

    private static final String SHIPPED = "calls/MCH-2004/";

    private final Calls calls;
    private final Path folder;

    CallImport(Calls calls, @Value("${rapporteur.data}/calls") Path folder) {
        this.calls = calls;
        this.folder = folder;
    }

    @Override
    public void afterPropertiesSet() {
        try {
            String codebook = shipped("codebook.yaml");
            List<CallFile> own = new ArrayList<>();
            for (Path path : own()) {
                Path ownCodebook = path.resolve("codebook.yaml");
                own.add(read(path.toString(), Files.readString(path.resolve("call.yaml")),
                        Files.exists(ownCodebook) ? Files.readString(ownCodebook) : codebook));
            }
            CallFile ships = read("the call that ships", shipped("call.yaml"), codebook);
            if (own.stream().noneMatch(call -> call.content().code().equals(ships.content().code()))) {
                calls.add(ships, Actor.MACHINE);
            }
            own.forEach(call -> calls.add(call, Actor.MACHINE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> own() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> below = Files.list(folder)) {
            return below.filter(path -> Files.exists(path.resolve("call.yaml"))).sorted().toList();
        }
    }

    private static CallFile read(String where, String call, String codebook) {
        List<String> faults = new ArrayList<>();
        CallContent content = switch (CallReader.read(call)) {
            case CallReading.Good good -> good.content();
            case CallReading.Faulty faulty -> {
                faults.addAll(faulty.faults());
                yield null;
            }
        };
        switch (CodebookReader.read(codebook)) {
            case CodebookReading.Faulty faulty -> faults.addAll(faulty.faults());
            case CodebookReading.Good good when content != null -> faults.addAll(unknownAnswers(content, good.codebook()));
            case CodebookReading.Good good -> { }
        }
        if (content == null || !faults.isEmpty()) {
            throw new FaultyCall(where, faults);
        }
        return new CallFile(content, call, codebook);
    }

    private static List<String> unknownAnswers(CallContent content, Codebook codebook) {
        Set<String> known = codebook.all().stream().map(code -> code.id().value()).collect(Collectors.toSet());
        return content.guidelines().stream().flatMap(question -> question.answeredBy().stream()).filter(code -> !known.contains(code))
                .map("call.yaml, guidelines: answeredBy names '%s', which the codebook does not have; take the code of a theme or a question"::formatted)
                .toList();
    }

    private static String shipped(String file) throws IOException {
        return new ClassPathResource(SHIPPED + file).getContentAsString(StandardCharsets.UTF_8);
    }
}
