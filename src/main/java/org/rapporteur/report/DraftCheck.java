package org.rapporteur.report;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapporteur.call.Call;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.Passages;
import org.rapporteur.passage.Quotation;
import org.rapporteur.submission.Sha256;
import org.rapporteur.synthesis.Draft;
import org.rapporteur.synthesis.Drafts;
import org.rapporteur.synthesis.Evidence;
import org.rapporteur.synthesis.Statement;
import org.springframework.stereotype.Component;

/** Counts again what the drafts count, and reads again what they quote. */
@Component
class DraftCheck {

    private final Drafts drafts;
    private final Passages passages;

    DraftCheck(Drafts drafts, Passages passages) {
        this.drafts = drafts;
        this.passages = passages;
    }

    void run(Call call, Facts facts) {
        drafts.of(call.id()).forEach(draft -> drafts.find(draft).ifPresent(stored -> counts(stored, facts)));
        drafts.evidence(call.id()).forEach(evidence -> citation(evidence, facts));
    }

    private static void counts(Draft draft, Facts facts) {
        Map<String, Draft.Paper> read = draft.papers().stream().filter(Draft.Paper::wasRead)
                .collect(Collectors.toMap(Draft.Paper::number, Function.identity()));
        facts.check(draft.papersRead() == read.size(), "draft %d says that %d papers were read, and lists %d; draft again",
                draft.ordinal(), draft.papersRead(), read.size());
        draft.chapters().stream().flatMap(chapter -> chapter.sections().stream()).flatMap(section -> section.statements().stream())
                .forEach(statement -> statement(statement, read, facts));
    }

    private static void statement(Statement statement, Map<String, Draft.Paper> read, Facts facts) {
        List<CountryCode> countries = statement.countries();
        if (statement.counted() != null) {
            facts.check(statement.counted() == countries.size(), "statement %d counts %d countries and names %d; draft again",
                    statement.id(), statement.counted(), countries.size());
            facts.check(Integer.valueOf(read.size()).equals(statement.of()), "statement %d counts of %d papers read, its draft has %d; draft again",
                    statement.id(), statement.of(), read.size());
        }
        Set<CountryCode> heard = new HashSet<>();
        for (Evidence evidence : statement.evidence()) {
            Optional<Draft.Paper> paper = Optional.ofNullable(read.get(evidence.submission()));
            facts.check(paper.isPresent(), "evidence %d is of paper %s, which its draft did not read; draft again", evidence.id(),
                    evidence.submission());
            paper.ifPresent(found -> heard.addAll(found.countries()));
        }
        countries.forEach(country -> facts.check(heard.contains(country),
                "statement %d names %s without evidence of it; draft again", statement.id(), country));
    }

    private void citation(Drafts.Stored evidence, Facts facts) {
        String text = passages.find(evidence.passage()).map(cited -> cited.passage().text()).orElse("");
        facts.check(Sha256.of(text).equals(evidence.text()), "evidence %d rests on passage %d, which reads otherwise now; draft again",
                evidence.evidence(), evidence.passage());
        String quotation = evidence.quotation();
        if (quotation != null) {
            facts.check(Quotation.standsIn(quotation, text), "evidence %d quotes what passage %d does not say; strike it out",
                    evidence.evidence(), evidence.passage());
            facts.check(text.startsWith(quotation, evidence.start()) && evidence.end() == evidence.start() + quotation.length(),
                    "evidence %d does not stand in passage %d where it says; draft again", evidence.evidence(), evidence.passage());
        }
    }
}
