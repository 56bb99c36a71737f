package org.rapporteur.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.CodeKind;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.Decision;
import org.rapporteur.coding.Decisions;
import org.rapporteur.coding.EffectiveCoding;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.DocumentRole;
import org.springframework.stereotype.Component;

/** What the index holds of passages, put together from where it is kept. */
@Component
class PassageEntries {

    private static final String MACHINE = "machine";

    private final Calls calls;
    private final Passages passages;
    private final Coded coded;
    private final Decisions decisions;
    private final PaperStates states;

    PassageEntries(Calls calls, Passages passages, Coded coded, Decisions decisions, PaperStates states) {
        this.calls = calls;
        this.passages = passages;
        this.coded = coded;
        this.decisions = decisions;
        this.states = states;
    }

    List<PassageEntry> of(long key, Collection<Long> extractions) {
        Call call = calls.get(key);
        Codebook codebook = coded.codebook(call);
        Map<Long, List<EffectiveCoding>> effective = coded.effective(extractions);
        Map<Long, List<Decision>> decided = decisions.standing(extractions);
        Map<Long, List<EffectiveCoding>> evidence = coded.evidence(extractions);
        Map<Long, Boolean> late = states.late(extractions);
        return passages.cited(extractions).stream().map(cited -> {
            Map<Field, List<String>> values = new EnumMap<>(Field.class);
            for (Field field : Field.values()) {
                values.put(field, new ArrayList<>());
            }
            List<EffectiveCoding> codings = effective.getOrDefault(cited.passage().id(), List.of());
            codings.forEach(coding -> coding(coding, call, codebook, values));
            paper(cited, call, late.getOrDefault(cited.passage().extraction(), false), values);
            if (cited.role() != DocumentRole.LANGUAGE_VERSION) {
                evidence.getOrDefault(cited.passage().id(), List.of()).forEach(coding -> values.get(Field.MARK).addAll(marks(coding, cited, codebook)));
            }
            values.get(Field.CODER).addAll(coders(codings, decided.getOrDefault(cited.passage().id(), List.of())));
            values.get(Field.FIGURE).add(Figures.named(cited.passage().text()) ? "yes" : "no");
            return new PassageEntry(cited, values);
        }).toList();
    }

    private static void coding(EffectiveCoding coding, Call call, Codebook codebook, Map<Field, List<String>> values) {
        values.get(Field.CODE).add(coding.code().value());
        codebook.themeOf(coding.code()).map(Code::id).ifPresent(theme -> {
            values.get(Field.THEME).add(theme.value());
            values.get(Field.OUTCOME).add(coding.outcome().word());
            values.get(Field.STATUS).add(coding.status().word());
            call.content().sessions().stream().filter(session -> theme.value().equals(session.theme())).forEach(session -> values.get(Field.SESSION).add(session.number()));
        });
        codebook.questionOf(coding.code()).map(Code::id).ifPresent(id -> values.get(Field.QUESTION).add(id.value()));
        codebook.find(coding.code()).filter(code -> code.kind() == CodeKind.FRAMEWORK)
                .ifPresent(code -> values.get(Field.FRAMEWORK).add(code.id().value()));
    }

    private static List<String> marks(EffectiveCoding coding, CitedPassage cited, Codebook codebook) {
        return Stream.of(codebook.themeOf(coding.code()), codebook.questionOf(coding.code())).flatMap(Optional::stream)
                .flatMap(row -> cited.countries().stream().map(country -> row.id().value() + Marks.SEPARATOR + country.value()))
                .flatMap(cell -> Stream.of(cell, cell + Marks.SEPARATOR + coding.status().word() + Marks.SEPARATOR + coding.outcome().word())).toList();
    }

    private static void paper(CitedPassage cited, Call call, boolean late, Map<Field, List<String>> values) {
        cited.countries().forEach(country -> values.get(Field.COUNTRY).add(country.value()));
        values.get(Field.LANGUAGE).add(cited.passage().language());
        values.get(Field.ACCESS).add(cited.access().name());
        values.get(Field.IN_FORCE).add(cited.inForce() ? "yes" : "no");
        values.get(Field.PAPER_STATE).addAll(List.of(cited.revision() > 1 ? "revised" : "first", late ? "late" : "in-time"));
        values.get(Field.CALL).add(call.code().value());
        values.get(Field.SUBMISSION).add(cited.submission().value());
    }

    private static List<String> coders(List<EffectiveCoding> codings, List<Decision> decided) {
        return Stream.concat(decided.stream().map(Decision::coder), codings.stream().filter(coding -> !coding.confirmed()).map(coding -> MACHINE)).distinct().toList();
    }
}
