package org.rapporteur.report;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rapporteur.country.CountryCode;
import org.rapporteur.synthesis.Draft;

/**
 * The latest draft as a package tells of it, in {@value #FILE}.
 *
 * @param ordinal 1-based among the drafts of its report
 * @param language of its sentences, ISO 639-1
 * @param draftedAt when, ISO 8601
 * @param papersRead the denominator of its counts
 * @param papers those it knew of
 * @param statements in the order of the report
 */
record PackagedDraft(int ordinal, String language, String draftedAt, int papersRead, List<Paper> papers, List<Statement> statements) {

    static final String FILE = "statements.json";

    PackagedDraft {
        Objects.requireNonNull(language, "language");
        papers = List.copyOf(papers);
        statements = List.copyOf(statements);
    }

    /** A paper; countries by code. */
    record Paper(String number, int revision, List<String> countries, boolean read) {

        Paper {
            countries = List.copyOf(countries);
        }
    }

    /** A sentence; {@code counted} and {@code of} are null where it counts nothing. */
    record Statement(long id, int version, String chapter, String section, String form, String code, String text, @Nullable Integer counted,
            @Nullable Integer of, List<String> countries, List<Evidence> evidence) {

        Statement {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(form, "form");
            countries = List.copyOf(countries);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * What a sentence rests on.
     *
     * @param passage its key
     * @param quotation null where it is cited and not quoted
     * @param text the whole passage
     * @param superseded whether its paper has been revised since, so that the package holds no text around it
     */
    record Evidence(long id, long passage, String country, String citation, String submission, @Nullable String quotation, String text,
            boolean superseded) {

        Evidence {
            Objects.requireNonNull(submission, "submission");
            Objects.requireNonNull(text, "text");
        }
    }

    /** @param inForce keys of the passages that the package holds */
    static PackagedDraft of(Draft draft, Set<Long> inForce) {
        return new PackagedDraft(draft.ordinal(), draft.language().getLanguage(), draft.draftedAt().toString(), draft.papersRead(),
                draft.papers().stream().map(paper -> new Paper(paper.number(), paper.revision(), codes(paper.countries()), paper.wasRead())).toList(),
                draft.chapters().stream().flatMap(chapter -> chapter.sections().stream().flatMap(section -> section.statements().stream()
                        .map(statement -> statement(chapter.code(), section.code(), statement, inForce)))).toList());
    }

    private static Statement statement(String chapter, String section, org.rapporteur.synthesis.Statement statement, Set<Long> inForce) {
        return new Statement(statement.id(), statement.version(), chapter, section, statement.form(), statement.code(), statement.text(),
                statement.counted(), statement.of(), codes(statement.countries()), statement.evidence().stream().map(evidence -> new Evidence(
                        evidence.id(), evidence.passage(), evidence.country().value(), evidence.citation(), evidence.submission(),
                        evidence.quotation(), evidence.text(), !inForce.contains(evidence.passage()))).toList());
    }

    private static List<String> codes(List<CountryCode> countries) {
        return countries.stream().map(CountryCode::value).toList();
    }
}
