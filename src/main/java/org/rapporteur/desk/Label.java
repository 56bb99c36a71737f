package org.rapporteur.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.EffectiveCoding;

/**
 * A code as it is shown beside a passage.
 *
 * @param theme name of its theme; null for codes that are of none
 * @param code name of the code
 * @param confirmed whether a person decided it
 * @param percent how sure the machine is, 0 to 100
 * @param cue words of the passage that made the machine think so; empty where a person decided
 */
record Label(@Nullable String theme, String code, boolean confirmed, int percent, String cue) {

    /** Those of a theme come first, in the order of the codebook; a code that the codebook no longer has goes by its short name. */
    static List<Label> of(String text, List<EffectiveCoding> codings, Codebook codebook) {
        List<Code> order = codebook.all();
        return codings.stream()
                .sorted(Comparator.comparing((EffectiveCoding coding) -> codebook.themeOf(coding.code()).isEmpty())
                        .thenComparing(coding -> codebook.find(coding.code()).map(order::indexOf).orElse(order.size())))
                .map(coding -> label(text, coding, codebook)).toList();
    }

    private static Label label(String text, EffectiveCoding coding, Codebook codebook) {
        return new Label(codebook.themeOf(coding.code()).map(Label::name).orElse(null),
                codebook.find(coding.code()).map(Label::name).orElse(coding.code().value()),
                coding.confirmed(), (int) Math.round(coding.score() * 100), text.substring(coding.start(), coding.end()));
    }

    private static String name(Code code) {
        return code.name().in(Locale.ENGLISH);
    }
}
