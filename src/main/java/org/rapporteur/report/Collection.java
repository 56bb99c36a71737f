package org.rapporteur.report;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapporteur.call.Call;
import org.rapporteur.call.CallContent;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;

/**
 * All country papers of a call at one moment, for one document.
 *
 * @param call as it stands
 * @param edition for whom
 * @param language of what the house prints around the papers
 * @param at when it was put together
 * @param ordinal 1-based among the collections of this edition that were issued; null for a working copy
 * @param papers in force, in the order in which the language lists countries
 * @param unread papers that came and could not be read, in the same order; nothing of these countries is in force
 * @param missing invited countries from which nothing is in force and nothing unreadable came, in the same order
 */
record Collection(Call call, Edition edition, Locale language, Instant at, @Nullable Integer ordinal, List<CollectedPaper> papers,
        List<Unread> unread, List<CountryCode> missing) {

    /** the key of the report of a call that gives the collection its symbol and title */
    private static final String REPORT = "collection";

    Collection {
        papers = List.copyOf(papers);
        unread = List.copyOf(unread);
        missing = List.copyOf(missing);
    }

    /**
     * A paper that came and could not be read.
     *
     * @param country whose it is
     * @param arrivedAt when
     * @param cause the name of a cause of the extraction
     */
    record Unread(CountryCode country, Instant arrivedAt, String cause) {}

    /** A chapter of the book: the papers of the same countries, or the papers of a country that could not be read. */
    record Chapter(List<CountryCode> countries, List<CollectedPaper> papers, List<Unread> unread) {}

    /** One for each country or group of countries, in their order. */
    List<Chapter> chapters() {
        Stream<Chapter> read = papers.stream().map(CollectedPaper::countries).distinct().map(countries -> new Chapter(countries,
                papers.stream().filter(paper -> paper.countries().equals(countries)).toList(), List.of()));
        Stream<Chapter> notRead = unread.stream().map(Unread::country).distinct().map(country -> new Chapter(List.of(country), List.of(),
                unread.stream().filter(one -> one.country().equals(country)).toList()));
        return Stream.concat(read, notRead).sorted(Comparator.comparing((Chapter chapter) -> chapter.countries().getFirst(),
                Countries.order(language)).thenComparing(chapter -> chapter.countries().size())).toList();
    }

    /** What the call says of it as a document of its own; empty where it says nothing. */
    Optional<CallContent.Report> report() {
        return call.content().reports().stream().filter(report -> report.key().equals(REPORT)).findFirst();
    }

    String symbol() {
        return report().map(CallContent.Report::symbol).orElse("");
    }
}
