package org.rapporteur.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.call.CallContent;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;

/** What stands before the papers, and at the top and the foot of every page: what the collection is and what is in it. */
final class CollectionFront {

    private final Docx docx;
    private final Words words;
    private final Collection collection;

    CollectionFront(Docx docx, Words words, Collection collection) {
        this.docx = docx;
        this.words = words;
        this.collection = collection;
    }

    String title() {
        return collection.call().content().title() + ": " + name();
    }

    /** As the call calls it, or as collections are called. */
    private String name() {
        return collection.report().map(CallContent.Report::title).orElse(words.say("collection"));
    }

    void cover() {
        CallContent call = collection.call().content();
        docx.line("Masthead").text(call.organisation());
        docx.line("Title").text(name());
        docx.line("Subtitle").text(call.title() + (call.subtitle().isEmpty() ? "" : ": " + call.subtitle()));
        if (!collection.symbol().isEmpty()) {
            fact("fact.symbol", collection.symbol());
        }
        fact("fact.status", status());
        fact("fact.edition", words.say("edition." + collection.edition()));
        fact("fact.classification", call.classification());
        fact("fact.date", words.date(collection.at()));
        fact("fact.languages", words.and(languages()));
        fact("fact.meeting", call.meeting().place() + ", " + words.days(call.meeting().from(), call.meeting().to()));
        docx.line("NoticeHeading").text(words.say("collection.notice.heading"));
        docx.line("Notice").text(words.say("collection.notice"));
        docx.line("Notice").text(words.say(collection.ordinal() == null ? "collection.notice.working" : "collection.notice.issued"));
    }

    /** @return its last line */
    Line introduction() {
        docx.heading(1, words.say("collection.introduction"));
        docx.line("Normal").text(words.say("collection.what", collection.call().content().title(), words.date(collection.at())));
        docx.line("Normal").text(words.say("collection.numbers"));
        docx.line("Normal").text(words.say("collection.text"));
        docx.line("Normal").text(words.say("collection.edition." + collection.edition()));
        list("collection.unreadable.list", Stream.concat(collection.unread().stream().map(Collection.Unread::country),
                collection.papers().stream().filter(CollectedPaper::isUnreadable).flatMap(paper -> paper.countries().stream())).distinct().toList());
        list("collection.leftOut.list", collection.papers().stream().filter(CollectedPaper::isLeftOut)
                .flatMap(paper -> paper.countries().stream()).distinct().toList());
        list("collection.missing.list", collection.missing());
        if (collection.papers().isEmpty()) {
            return docx.line("Normal").text(words.say("collection.empty"));
        }
        docx.line("AfterTable");
        Table table = docx.table(words.say("collection.papers.description"), List.of(column("countries", 30), column("number", 28),
                column("revision", 12), column("languages", 20), column("received", 18)));
        collection.papers().forEach(paper -> table.row(List.of(names(paper.countries()), paper.number().value(), Integer.toString(paper.revision()),
                paper.documents().stream().map(CollectedPaper.Document::language).distinct().map(words::language).collect(Collectors.joining(", ")),
                words.shortDate(paper.acceptedAt()))));
        return docx.line("AfterTable");
    }

    /** @param chapter what to say of the pages; may be empty */
    void head(Line line, String chapter) {
        line.text(chapter.isEmpty() ? name() : chapter).tab().text(Stream.of(collection.symbol(), collection.call().content().classification())
                .filter(word -> !word.isEmpty()).collect(Collectors.joining(" · ")));
    }

    void foot() {
        String[] page = words.say("page", "\n", "\n").split("\n", -1);
        docx.footer().text(title() + " · " + status()).tab()
                .text(page[0]).field(" PAGE ", "2").text(page[1]).field(" NUMPAGES ", "2").text(page[2]);
    }

    private String status() {
        return collection.ordinal() == null ? words.say("collection.working") : words.say("collection.issued", collection.ordinal());
    }

    private void list(String key, List<CountryCode> countries) {
        if (!countries.isEmpty()) {
            docx.line("Normal").text(words.say(key, names(countries)));
        }
    }

    private List<String> languages() {
        List<String> languages = collection.papers().stream().flatMap(paper -> paper.documents().stream()).map(CollectedPaper.Document::language)
                .filter(language -> !language.equals("und")).distinct().map(words::language).sorted().toList();
        return languages.isEmpty() ? List.of("–") : languages;
    }

    private String names(List<CountryCode> countries) {
        return words.and(countries.stream().map(country -> Countries.name(country, collection.language())).toList());
    }

    private Column column(String name, int share) {
        return new Column(words.say("papers." + name), share);
    }

    private void fact(String label, String value) {
        docx.line("CoverFact").text(words.say(label), "Label").tab().text(value);
    }
}
