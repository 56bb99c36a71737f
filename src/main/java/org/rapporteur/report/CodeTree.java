package org.rapporteur.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.call.CallCode;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.CodeKind;
import org.rapporteur.coding.Codebook;

/** The codebook of a call as a tree: themes with their questions and codes, and a folder for each kind that runs across the themes. */
final class CodeTree {

    private static final Map<CodeKind, String> FOLDERS = new LinkedHashMap<>();
    /** told apart by people who see colours otherwise, too: Okabe and Ito, Color Universal Design (2008) */
    private static final List<String> COLORS = List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9");
    private static final String GREY = "#7F7F7F";
    private static final Pattern OWN = Pattern.compile("\\[rapporteur code: ([a-z][a-z0-9-]{0,79})]\\s*$");

    static {
        FOLDERS.put(CodeKind.FRAMEWORK, "Framework");
        FOLDERS.put(CodeKind.PRECONDITION, "Preconditions");
        FOLDERS.put(CodeKind.INSTRUMENT, "Instruments");
        FOLDERS.put(CodeKind.LEVEL, "Levels of organisation");
        FOLDERS.put(CodeKind.STATUS, "Status");
        FOLDERS.put(CodeKind.OUTCOME, "Outcome");
    }

    private final CallCode call;
    private final Codebook codebook;

    CodeTree(CallCode call, Codebook codebook) {
        this.call = call;
        this.codebook = codebook;
    }

    List<RefiCode> codes() {
        List<RefiCode> top = new ArrayList<>();
        for (Code theme : codebook.themes()) {
            top.add(code(theme, COLORS.get(top.size() % COLORS.size())));
        }
        FOLDERS.forEach((kind, name) -> {
            List<RefiCode> below = codebook.of(kind).stream().map(code -> code(code, GREY)).toList();
            if (!below.isEmpty()) {
                top.add(new RefiCode(folder(kind), name, false, "", "", below));
            }
        });
        return top;
    }

    boolean has(CodeId code) {
        return codebook.find(code).isPresent();
    }

    String guid(CodeId code) {
        return Guids.of(call.value(), "code", code.value());
    }

    /** The folder of a kind that runs across the themes. */
    String folder(CodeKind kind) {
        return Guids.of(call.value(), "folder", kind.name());
    }

    /** "Incentives / Central funding / Matching grants"; the short name of a code that the codebook no longer has. */
    String path(CodeId id) {
        List<String> names = new ArrayList<>();
        Optional<Code> code = codebook.find(id);
        code.map(Code::kind).map(FOLDERS::get).ifPresent(names::add);
        for (Optional<Code> one = code; one.isPresent(); one = one.get().parent().flatMap(codebook::find)) {
            names.add(code.filter(found -> FOLDERS.containsKey(found.kind())).isPresent() ? 1 : 0, name(one.get()));
        }
        return names.isEmpty() ? id.value() : String.join(" / ", names);
    }

    /** The code of the call that a code of another program is: by its identity, by what its description says, else by its name if that is only one's. */
    Optional<Code> meant(RefiCode code) {
        Optional<Code> known = codebook.all().stream().filter(one -> guid(one.id()).equals(code.guid())).findFirst();
        Matcher own = OWN.matcher(code.description());
        return known.or(() -> own.find() ? codebook.find(new CodeId(own.group(1))) : Optional.empty()).or(() -> {
            List<Code> called = codebook.all().stream().filter(one -> one.name().byLanguage().values().stream().anyMatch(code.name()::equalsIgnoreCase)).toList();
            return called.size() == 1 ? Optional.of(called.getFirst()) : Optional.empty();
        });
    }

    static String description(Code code) {
        return Stream.of(code.definition(), told("Use: ", code.use()), told("Not: ", code.not()),
                told("Question: ", code.question().map(question -> question.in(Locale.ENGLISH)).orElse("")), "[rapporteur code: %s]".formatted(code.id()))
                .filter(text -> !text.isBlank()).collect(Collectors.joining("\n\n"));
    }

    private RefiCode code(Code code, String color) {
        return new RefiCode(guid(code.id()), name(code), true, color, description(code), codebook.below(code).stream().map(below -> code(below, color)).toList());
    }

    private static String name(Code code) {
        return code.name().in(Locale.ENGLISH);
    }

    private static String told(String what, String text) {
        return text.isBlank() ? "" : what + text;
    }
}
