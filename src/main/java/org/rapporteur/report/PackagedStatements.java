package org.rapporteur.report;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.Quotation;

/** Counts again what the draft of a package counts, reads again what it quotes, and looks whether its DOCX says the same. */
final class PackagedStatements {

    /** what one sentence form of the machine writes without counting */
    private static final String QUOTATION = "quotation";

    private final Facts facts;
    private final PackagedDraft draft;
    private final Map<Long, String> passages;
    private final Locale language;

    /** @param passages their words, by key */
    PackagedStatements(Facts facts, PackagedDraft draft, Map<Long, String> passages) {
        this.facts = facts;
        this.draft = draft;
        this.passages = passages;
        this.language = Locale.forLanguageTag(draft.language());
    }

    void check() {
        Map<String, PackagedDraft.Paper> read = draft.papers().stream().filter(PackagedDraft.Paper::read)
                .collect(Collectors.toMap(PackagedDraft.Paper::number, Function.identity(), (one, other) -> one));
        facts.check(draft.papersRead() == read.size(), "the draft says that %d papers were read, and lists %d", draft.papersRead(), read.size());
        draft.statements().forEach(statement -> {
            counts(statement, read.size());
            words(statement);
            evidence(statement, read);
        });
    }

    /** What stands at the bookmark of a statement is the statement, and every quotation stands in the document. */
    void standIn(DocxWords docx) {
        String text = Quotation.fold(docx.text());
        draft.statements().forEach(statement -> {
            String printed = Optional.ofNullable(docx.bookmarks().get("st_%d_%d".formatted(statement.id(), statement.version()))).orElse("");
            facts.check(Quotation.fold(printed).equals(printable(statement.text())), "%s says statement %d otherwise than %s", PackageCheck.DRAFT,
                    statement.id(), PackagedDraft.FILE);
            statement.evidence().stream().filter(evidence -> evidence.quotation() != null).forEach(evidence -> facts.check(
                    text.contains(printable(evidence.quotation())), "%s quotes evidence %d otherwise than %s", PackageCheck.DRAFT, evidence.id(),
                    PackagedDraft.FILE));
        });
        List<String> known = draft.statements().stream().map(statement -> printable(statement.text())).toList();
        docx.paragraphs().getOrDefault("Finding", List.of()).forEach(finding -> facts.check(known.stream().anyMatch(Quotation.fold(finding)::startsWith),
                "the summary of %s tells a finding that is no statement: %s", PackageCheck.DRAFT, finding));
        Set<String> cited = draft.statements().stream().flatMap(statement -> statement.evidence().stream()).map(evidence -> printable(evidence.text()))
                .collect(Collectors.toSet());
        docx.paragraphs().getOrDefault("EvidenceText", List.of()).forEach(passage -> facts.check(cited.contains(Quotation.fold(passage)),
                "the evidence list of %s holds what is no passage: %s", PackageCheck.DRAFT, passage.substring(0, Math.min(80, passage.length()))));
        long statements = docx.bookmarks().keySet().stream().filter(name -> name.startsWith("st_")).count();
        facts.check(statements == draft.statements().size(), "%s has %d statements, %s has %d", PackageCheck.DRAFT, statements, PackagedDraft.FILE,
                draft.statements().size());
    }

    private void counts(PackagedDraft.Statement statement, int read) {
        if (statement.counted() != null) {
            facts.check(statement.counted() == statement.countries().size(), "statement %d counts %d countries and names %d", statement.id(),
                    statement.counted(), statement.countries().size());
            facts.check(Integer.valueOf(read).equals(statement.of()), "statement %d counts of %d papers read, the draft has %d", statement.id(),
                    statement.of(), read);
        }
    }

    /** The sentence names every country that it counts, and as many as it says. */
    private void words(PackagedDraft.Statement statement) {
        List<CountryCode> countries = statement.countries().stream().map(CountryCode::new).toList();
        countries.forEach(country -> facts.check(says(statement, Countries.inSentence(country, language)), "statement %d does not name %s, on which it stands",
                statement.id(), country));
        if (!statement.form().equals(QUOTATION) && countries.size() > 1) {
            String spelled = new RuleBasedNumberFormat(language, RuleBasedNumberFormat.SPELLOUT).format(countries.size());
            facts.check(begins(statement, spelled) || begins(statement, String.valueOf(countries.size())),
                    "statement %d says another number than the %d countries that it names", statement.id(), countries.size());
        }
    }

    private boolean says(PackagedDraft.Statement statement, String word) {
        return statement.text().toLowerCase(language).contains(word.toLowerCase(language));
    }

    private boolean begins(PackagedDraft.Statement statement, String number) {
        return statement.text().toLowerCase(language).startsWith(number + " ");
    }

    private void evidence(PackagedDraft.Statement statement, Map<String, PackagedDraft.Paper> read) {
        Set<String> heard = new HashSet<>();
        for (PackagedDraft.Evidence evidence : statement.evidence()) {
            Optional<PackagedDraft.Paper> paper = Optional.ofNullable(read.get(evidence.submission()));
            facts.check(paper.isPresent(), "evidence %d is of paper %s, which the draft did not read", evidence.id(), evidence.submission());
            paper.ifPresent(found -> heard.addAll(found.countries()));
            if (!evidence.superseded()) {
                facts.check(SourceText.unified(evidence.text()).equals(passages.get(evidence.passage())),
                        "evidence %d is not what passage %d says", evidence.id(), evidence.passage());
            }
            if (evidence.quotation() != null) {
                facts.check(Quotation.standsIn(evidence.quotation(), evidence.text()), "evidence %d (%s) quotes what its passage does not say",
                        evidence.id(), evidence.citation());
            }
        }
        statement.countries().forEach(country -> facts.check(heard.contains(country), "statement %d names %s without evidence of it", statement.id(), country));
    }

    private static String printable(String text) {
        return Quotation.fold(InertText.of(text));
    }
}
