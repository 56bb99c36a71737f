package org.rapporteur.report;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapporteur.coding.CodeKind;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Writes a codebook of another program as {@code codebook.yaml}: the top are themes, below them questions, below these codes; what is nested deeper
 * stands beside its parent. Cues, and the phrase that finishes a sentence, no other program has: they are left for people to write.
 */
final class CodebookYaml {

    private static final Pattern NOTE = Pattern.compile("(?m)^(Use|Not|Question): (.*)$");
    private static final Pattern OWN = Pattern.compile("\\[rapporteur code: ([a-z][a-z0-9-]{0,79})]\\s*$");
    private static final int LONGEST_ID = 60;
    private static final String HEAD = """
            # Made from a codebook of another program. Please write the cues of each code, and its finding: the phrase that finishes
            # a sentence ("Norway ties grants to conditions", "Nine countries tie grants to conditions"). Those below only repeat the name.
            """;
    private static final Map<CodeKind, String> ACROSS = new LinkedHashMap<>();

    static {
        ACROSS.put(CodeKind.FRAMEWORK, "framework");
        ACROSS.put(CodeKind.PRECONDITION, "preconditions");
        ACROSS.put(CodeKind.INSTRUMENT, "instruments");
        ACROSS.put(CodeKind.LEVEL, "levels");
        ACROSS.put(CodeKind.STATUS, "statuses");
        ACROSS.put(CodeKind.OUTCOME, "outcomes");
    }

    private final CodeTree tree;
    /** given, or kept for the codes that are ours */
    private final Set<String> ids = new HashSet<>();
    private final Set<String> used = new HashSet<>();

    CodebookYaml(CodeTree tree) {
        this.tree = tree;
    }

    String write(String name, List<RefiCode> top) {
        top.stream().flatMap(RefiCode::all).map(code -> OWN.matcher(code.description())).filter(Matcher::find).forEach(own -> ids.add(own.group(1)));
        Map<String, Object> book = new LinkedHashMap<>();
        book.put("codebook", name);
        book.put("version", 1);
        book.put("languages", List.of("en"));
        List<Object> themes = new ArrayList<>();
        Map<String, Object> across = new LinkedHashMap<>();
        for (RefiCode code : top) {
            CodeKind kind = ACROSS.keySet().stream().filter(one -> tree.folder(one).equals(code.guid())).findFirst().orElse(null);
            if (kind == null) {
                themes.add(theme(code));
            } else {
                across.put(ACROSS.get(kind), code.below().stream().flatMap(RefiCode::all).map(this::entry).toList());
            }
        }
        book.put("themes", themes);
        book.putAll(across);
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(160);
        return HEAD + new Yaml(options).dump(book);
    }

    private Map<String, Object> theme(RefiCode theme) {
        Map<String, Object> entry = entry(theme);
        List<Object> questions = new ArrayList<>();
        List<Object> beside = new ArrayList<>();
        for (RefiCode below : theme.below()) {
            if (below.below().isEmpty() && !isQuestion(below)) {
                beside.add(code(below));
            } else {
                Map<String, Object> question = entry(below);
                Matcher asked = NOTE.matcher(below.description());
                while (asked.find()) {
                    if (asked.group(1).equals("Question")) {
                        question.put("question", Map.of("en", asked.group(2)));
                    }
                }
                question.put("codes", below.below().stream().flatMap(RefiCode::all).map(this::code).toList());
                questions.add(question);
            }
        }
        if (!beside.isEmpty()) {
            Map<String, Object> others = new LinkedHashMap<>();
            others.put("code", id(theme.name() + " others"));
            others.put("name", Map.of("en", theme.name() + ": others"));
            others.put("codes", beside);
            questions.add(others);
        }
        if (!questions.isEmpty()) {
            entry.put("questions", questions);
        }
        return entry;
    }

    private boolean isQuestion(RefiCode code) {
        return tree.meant(code).filter(known -> known.kind() == CodeKind.QUESTION).isPresent();
    }

    private Map<String, Object> code(RefiCode code) {
        Map<String, Object> entry = entry(code);
        entry.put("finding", Map.of("one", "reports " + code.name(), "many", "report " + code.name()));
        return entry;
    }

    private Map<String, Object> entry(RefiCode code) {
        Map<String, Object> entry = new LinkedHashMap<>();
        Matcher own = OWN.matcher(code.description());
        entry.put("code", own.find() && used.add(own.group(1)) ? own.group(1) : id(code.name()));
        entry.put("name", Map.of("en", code.name()));
        String definition = NOTE.matcher(OWN.matcher(code.description()).replaceFirst("")).replaceAll("").strip();
        if (!definition.isEmpty()) {
            entry.put("definition", definition);
        }
        Matcher note = NOTE.matcher(code.description());
        while (note.find()) {
            if (!note.group(1).equals("Question")) {
                entry.put(note.group(1).toLowerCase(Locale.ROOT), note.group(2).strip());
            }
        }
        return entry;
    }

    /** A short name that no other code has. */
    private String id(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        String base = plain.isEmpty() ? "code" : plain.substring(0, Math.min(plain.length(), LONGEST_ID)).replaceAll("-+$", "");
        String id = base;
        for (int n = 2; !ids.add(id); n++) {
            id = base + "-" + n;
        }
        return id;
    }
}
