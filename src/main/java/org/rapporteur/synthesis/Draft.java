package org.rapporteur.synthesis;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
 * @param papersRead how many papers in force had at least one passage that may be used: the denominator of every count
 * @param chapters one per theme, in the order of the codebook
 * @param marks the country and theme table, a row for each invited country in the order of the language
 * @param papers the papers in force, in the order of their numbers, also those that were not read
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
        /** a paper in force, of which nothing may be used in a draft that goes to everybody */
        EXCLUDED,
        /** the paper was read and has no passage under the theme */
        NOT_MENTIONED,
        /** only proposals */
        PLANNED,
        /** nothing but what was rejected */
        REJECTED,
        /** nothing but what was ended, no result reported */
        ENDED,
        /** described, no result reported */
        IN_PLACE,
        SUCCESS,
        FAILURE,
        BOTH
    }

    /**
     * A paper in force when the draft was made.
     *
     * @param key of its revision in the database
     * @param number of its submission
     * @param revision 1-based ordinal of the revision
     * @param countries whom it stands for
     * @param languages of the passages used, language versions included; empty where nothing may be used
     * @param passages how many may be used; 0: it was not read
     * @param receivedAt when it was accepted
     * @param excluded why nothing of it may be used, though it has passages; null for papers that were read, and for papers without
     *     a passage
     */
    public record Paper(long key, String number, int revision, List<CountryCode> countries, List<String> languages, int passages,
            Instant receivedAt, @Nullable Exclusion excluded) {

        public Paper {
            countries = List.copyOf(countries);
            languages = List.copyOf(languages);
            if (excluded != null && (passages > 0 || !languages.isEmpty())) {
                throw new IllegalArgumentException("paper " + number + " is excluded as " + excluded + " and still used");
            }
        }

        /** Whether it counts among the papers read. */
        public boolean wasRead() {
            return passages > 0;
        }
    }
}
