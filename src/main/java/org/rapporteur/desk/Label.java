package org.rapporteur.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.Decision;
import org.rapporteur.coding.DecisionKind;
import org.rapporteur.coding.EffectiveCoding;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Status;

/**
 * A code as it is shown beside a passage.
 *
 * @param id its short name
 * @param theme name of its theme; null for codes that are of none
 * @param code name of the code
 * @param confirmed whether a person decided it
 * @param percent how sure the machine is, 0 to 100
 * @param words of the passage that made the machine think so, or that a person coded; empty for the whole passage
 * @param status of what is described
 * @param outcome reported of it
 * @param decision key of the decision; null where nobody decided
 * @param by who decided, and when; empty where nobody did
 * @param memo why; may be empty
 */
record Label(String id, @Nullable String theme, String code, boolean confirmed, int percent, String words, Status status, Outcome outcome,
        @Nullable Long decision, String by, String memo) {

    /** Those of a theme come first, in the order of the codebook; a code that the codebook no longer has goes by its short name. */
    static List<Label> of(String text, List<EffectiveCoding> codings, List<Decision> standing, Codebook codebook) {
        Map<CodeId, Decision> decided = standing.stream().collect(Collectors.toMap(Decision::code, Function.identity(), (one, later) -> later));
        List<Code> order = codebook.all();
        return codings.stream()
                .sorted(Comparator.comparing((EffectiveCoding coding) -> codebook.themeOf(coding.code()).isEmpty())
                        .thenComparing(coding -> codebook.find(coding.code()).map(order::indexOf).orElse(order.size())))
                .map(coding -> label(text, coding, coding.confirmed() ? decided.get(coding.code()) : null, codebook)).toList();
    }

    /** What people rejected, whatever the machine says of it. */
    static List<Label> rejected(List<Decision> standing, Codebook codebook) {
        return standing.stream().filter(decision -> decision.kind() == DecisionKind.REJECT)
                .map(decision -> new Label(decision.code().value(), theme(decision.code(), codebook), name(decision.code(), codebook), true, 0, "",
                        decision.status(), decision.outcome(), decision.id(), by(decision), decision.memo())).toList();
    }

    /** What is not said of every other code: {@code trial, success}; empty where there is nothing to say. */
    public String said() {
        return Stream.of(status == Status.IN_PLACE ? "" : status.word(), outcome == Outcome.NONE ? "" : outcome.word()).filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static Label label(String text, EffectiveCoding coding, @Nullable Decision decision, Codebook codebook) {
        return new Label(coding.code().value(), theme(coding.code(), codebook), name(coding.code(), codebook), coding.confirmed(),
                (int) Math.round(coding.score() * 100),
                coding.confirmed() || !coding.cue().isEmpty() ? text.substring(coding.start(), coding.end()) : coding.terms(), coding.status(), coding.outcome(),
                decision == null ? null : decision.id(), decision == null ? "" : by(decision), decision == null ? "" : decision.memo());
    }

    private static String by(Decision decision) {
        return "%s, %s".formatted(decision.coder(), Moments.shown(decision.at()));
    }

    private static @Nullable String theme(CodeId id, Codebook codebook) {
        return codebook.themeOf(id).map(theme -> theme.name().in(Locale.ENGLISH)).orElse(null);
    }

    private static String name(CodeId id, Codebook codebook) {
        return codebook.find(id).map(code -> code.name().in(Locale.ENGLISH)).orElse(id.value());
    }
}
