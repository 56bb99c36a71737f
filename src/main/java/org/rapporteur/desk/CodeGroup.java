package org.rapporteur.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.CodeKind;
import org.rapporteur.coding.Codebook;

/**
 * Codes to choose from, under one heading.
 *
 * @param name of a question, or of the codes that run across the themes
 */
record CodeGroup(String name, List<Choice> codes) {

    /** A code by its short name and its name. */
    record Choice(String id, String name) {}

    /** All codes that may be put on a passage, in the order of the codebook. */
    static List<CodeGroup> all(Codebook codebook) {
        List<CodeGroup> groups = new ArrayList<>();
        for (Code theme : codebook.themes()) {
            groups.add(new CodeGroup(name(theme), List.of(choice(theme))));
            codebook.below(theme).forEach(question -> groups.add(new CodeGroup(name(theme) + ": " + name(question),
                    codebook.below(question).stream().map(CodeGroup::choice).toList())));
        }
        groups.add(new CodeGroup("Across the themes", codebook.all().stream().filter(CodeGroup::isForPassages)
                .filter(code -> codebook.themeOf(code.id()).isEmpty()).map(CodeGroup::choice).toList()));
        return groups.stream().filter(group -> !group.codes().isEmpty()).toList();
    }

    /** A code that may be put on a passage, by its short name; text of any kind may be asked. */
    static Optional<Code> find(Codebook codebook, String code) {
        return codebook.all().stream().filter(one -> one.id().value().equals(code)).filter(CodeGroup::isForPassages).findFirst();
    }

    /** Status and outcome are told with each code, and are no codes of a passage by themselves. */
    private static boolean isForPassages(Code code) {
        return code.kind() != CodeKind.STATUS && code.kind() != CodeKind.OUTCOME && code.kind() != CodeKind.QUESTION;
    }

    private static Choice choice(Code code) {
        return new Choice(code.id().value(), name(code));
    }

    private static String name(Code code) {
        return code.name().in(Locale.ENGLISH);
    }
}
