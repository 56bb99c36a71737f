package org.rapporteur.coding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.call.YamlFile;
import org.rapporteur.call.YamlMap;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code codebook.yaml}. */
public final class CodebookReader {

    private static final Set<String> LANGUAGES = Set.of("en", "fr", "es");
    private static final Set<String> ENTRY = Set.of("code", "name", "definition", "use", "not", "threshold", "finding", "cues", "unless",
            "instrument");
    /** none is what is left when no cue of the others fires */
    private static final Outcome[] OUTCOMES_WITH_CUES = {Outcome.SUCCESS, Outcome.FAILURE, Outcome.BOTH};
    private static final Map<String, CodeKind> ACROSS = new LinkedHashMap<>();

    static {
        ACROSS.put("framework", CodeKind.FRAMEWORK);
        ACROSS.put("preconditions", CodeKind.PRECONDITION);
        ACROSS.put("instruments", CodeKind.INSTRUMENT);
        ACROSS.put("levels", CodeKind.LEVEL);
        ACROSS.put("statuses", CodeKind.STATUS);
        ACROSS.put("outcomes", CodeKind.OUTCOME);
    }

    private final YamlFile file = new YamlFile("codebook.yaml");
    private final List<Code> codes = new ArrayList<>();
    private final Map<CodeId, Integer> seen = new HashMap<>();

    private CodebookReader() {}

    public static CodebookReading read(String yaml) {
        return new CodebookReader().reading(yaml);
    }

    private CodebookReading reading(String yaml) {
        file.read(yaml).ifPresent(this::book);
        return file.faults().isEmpty() ? new CodebookReading.Good(new Codebook(codes)) : new CodebookReading.Faulty(file.faults());
    }

    private void book(YamlMap map) {
        Set<String> known = new HashSet<>(ACROSS.keySet());
        known.addAll(List.of("codebook", "version", "languages", "themes"));
        map.allow(known);
        if (map.maps("themes").isEmpty()) {
            file.fault(map.place("themes"), "a codebook needs at least one theme");
        }
        map.maps("themes").forEach(theme -> theme(theme));
        ACROSS.forEach((key, kind) -> map.maps(key).forEach(entry -> entry(entry, kind, Optional.empty(), ENTRY)));
    }

    private void theme(YamlMap map) {
        Optional<CodeId> theme = entry(map, CodeKind.THEME, Optional.empty(), with("questions"));
        for (YamlMap question : map.maps("questions")) {
            Optional<CodeId> parent = entry(question, CodeKind.QUESTION, theme, with("question", "asked", "codes"));
            question.maps("codes").forEach(code -> entry(code, CodeKind.CODE, parent, ENTRY));
        }
    }

    private Optional<CodeId> entry(YamlMap map, CodeKind kind, Optional<CodeId> parent, Set<String> keys) {
        map.allow(keys);
        CodeId id = map.value("code", CodeId::new);
        Optional<Names> name = names(map, "name");
        Optional<Code.Finding> finding = map.map("finding").map(phrase -> {
            phrase.allow(Set.of("one", "many", "of"));
            return new Code.Finding(phrase.text("one"), phrase.text("many"), isPractice(phrase));
        });
        double threshold = threshold(map);
        if (id == null) {
            map.text("code");
            return Optional.empty();
        }
        Integer line = seen.putIfAbsent(id, map.place("code").getStartMark().getLine() + 1);
        if (line != null) {
            file.fault(map.place("code"), "code '%s' appears twice, first in line %d; give one of them another name".formatted(id, line));
        }
        if (name.isEmpty()) {
            file.fault(map.place("name"), "'%s' needs a name, such as {en: Incentives}".formatted(id));
            return Optional.of(id);
        }
        if (kind == CodeKind.CODE && finding.isEmpty()) {
            file.fault(map.place("code"), "'%s' needs a finding with 'one' and 'many', the phrase that finishes a sentence".formatted(id));
        }
        fixed(map, kind, id);
        codes.add(new Code(id, kind, parent, name.get(), text(map, "definition"), text(map, "use"), text(map, "not"), instrument(map),
                names(map, "question"), asked(map), threshold, finding, cues(map, "cues"), cues(map, "unless")));
        return Optional.of(id);
    }

    /** Statuses and outcomes are those that the product knows; a codebook gives them names and cues. */
    private void fixed(YamlMap map, CodeKind kind, CodeId id) {
        String known = switch (kind) {
            case STATUS -> words(Status.values(), Status::word);
            case OUTCOME -> words(OUTCOMES_WITH_CUES, Outcome::word);
            default -> id.value();
        };
        if (!List.of(known.split(", ")).contains(id.value())) {
            file.fault(map.place("code"), "'%s' is no %s; write one of %s".formatted(id, kind.name().toLowerCase(Locale.ROOT), known));
        }
    }

    private static String text(YamlMap map, String key) {
        return map.optional(key).orElse("");
    }

    private static Optional<Instrument> instrument(YamlMap map) {
        return Optional.ofNullable(map.value("instrument", word -> Stream.of(Instrument.values())
                .filter(instrument -> instrument.word().equals(word)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                        "an instrument is one of %s, not '%s'".formatted(words(Instrument.values(), Instrument::word), word)))));
    }

    private static boolean asked(YamlMap map) {
        Boolean asked = map.value("asked", word -> switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'asked' is true or false, not '" + word + "'; write one of them");
        });
        return asked != null && asked;
    }

    private static <T> String words(T[] values, Function<T, String> word) {
        return Stream.of(values).map(word).collect(Collectors.joining(", "));
    }

    private static boolean isPractice(YamlMap finding) {
        Boolean practice = finding.value("of", word -> switch (word) {
            case "practice" -> true;
            case "observation" -> false;
            default -> throw new IllegalArgumentException("a finding is of a practice or an observation, not '" + word + "'");
        });
        return practice == null || practice;
    }

    private double threshold(YamlMap map) {
        Double given = map.value("threshold", text -> {
            double value = Double.parseDouble(text);
            if (value < 0 || value > 1) {
                throw new IllegalArgumentException("a threshold is from 0 to 1, not " + text);
            }
            return value;
        });
        return given == null ? 0.5 : given;
    }

    private Optional<Names> names(YamlMap map, String key) {
        return map.map(key).flatMap(texts -> {
            texts.allow(LANGUAGES);
            Map<String, String> byLanguage = new HashMap<>();
            texts.keys().forEach(language -> byLanguage.put(language, texts.text(language)));
            if (!byLanguage.containsKey("en")) {
                file.fault(map.place(key), "'%s' needs English ('en')".formatted(key));
                return Optional.empty();
            }
            return Optional.of(new Names(byLanguage));
        });
    }

    private Map<String, List<Cue>> cues(YamlMap map, String key) {
        Map<String, List<Cue>> byLanguage = new HashMap<>();
        map.map(key).ifPresent(languages -> {
            languages.allow(LANGUAGES);
            for (String language : languages.keys()) {
                List<Cue> cues = languages.values(language, Cue::of);
                byLanguage.put(language, cues);
                refuseTwice(languages.items(language));
            }
        });
        return byLanguage;
    }

    private void refuseTwice(List<Node> items) {
        Set<String> texts = new HashSet<>();
        for (Node item : items) {
            if (item instanceof ScalarNode scalar && !texts.add(scalar.getValue())) {
                file.fault(item, "cue '%s' stands here twice; keep one".formatted(scalar.getValue()));
            }
        }
    }

    private static Set<String> with(String... more) {
        Set<String> keys = new HashSet<>(ENTRY);
        keys.addAll(List.of(more));
        return keys;
    }
}
