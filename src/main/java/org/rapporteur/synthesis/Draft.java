package org.rapporteur.synthesis;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.rapporteur.call.Call;
import org.rapporteur.country.CountryCode;

/**
 * One version of a report: chapters, the marks of the country and theme table, and the papers it rests on.
 *
 * @param id its key in the database
 * @param call as it stood when the draft was made
 * @param ordinal 1-based among the drafts of the report
 * @param language of the sentences
 * @param draftedAt when
 * @param papersRead how many papers in force had at least one passage: the denominator of every count
 * @param chapters one per theme, in the order of the codebook
 * @param marks the country and theme table, a row for each invited country in the order of the language
 * @param papers the papers received
 */
public record Draft(long id, Call call, int ordinal, Locale language, Instant draftedAt, int papersRead,
        List<Chapter> chapters, List<Marks> marks, List<Paper> papers) {

    public Draft {
        chapters = List.copyOf(chapters);
        marks = List.copyOf(marks);
        papers = List.copyOf(papers);
    }

    /** A theme: its code, name and sections. */
    public record Chapter(String code, String heading, List<Section> sections) {

        public Chapter {
            sections = List.copyOf(sections);
        }
    }

    /** A question: its code, its name as heading, the question asked; statements may be empty: then nothing was found. */
    public record Section(String code, String heading, String question, List<Statement> statements) {

        public Section {
            statements = List.copyOf(statements);
        }
    }

    /** A row of the country and theme table; marks in the order of the chapters. */
    public record Marks(CountryCode country, List<Mark> marks) {

        public Marks {
            marks = List.copyOf(marks);
        }
    }

    /** What the papers of a country say under a theme. */
    public enum Mark {
        /** no paper in force, or none of its passages could be read */
        NO_PAPER,
        /** the paper was read and has no passage under the theme */
        NOT_MENTIONED,
        /** only proposals */
        PLANNED,
        /** described, no result reported */
        IN_PLACE,
        SUCCESS,
        FAILURE,
        BOTH
    }

    /** A paper in force: number, revision, countries, title, languages of its documents, passages and day of receipt. */
    public record Paper(String number, int revision, List<CountryCode> countries, List<String> languages, int passages,
            Instant receivedAt) {

        public Paper {
            countries = List.copyOf(countries);
            languages = List.copyOf(languages);
        }
    }
}
