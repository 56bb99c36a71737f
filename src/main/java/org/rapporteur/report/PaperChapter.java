package org.rapporteur.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.rapporteur.extraction.Block;
import org.rapporteur.extraction.BlockKind;
import org.rapporteur.report.Collection.Chapter;
import org.rapporteur.report.Collection.Unread;
import org.rapporteur.report.CollectedPaper.Document;
import org.rapporteur.submission.DocumentRole;

/** The papers of a country, one after the other, or a page that says why there is nothing to read. */
final class PaperChapter {

    private static final int LONGEST_TITLE = 150;

    private final Docx docx;
    private final Words words;
    private final Collection collection;

    PaperChapter(Docx docx, Words words, Collection collection) {
        this.docx = docx;
        this.words = words;
        this.collection = collection;
    }

    /** @return the last line of the chapter, which says where its text comes from */
    Line write(Chapter chapter) {
        docx.heading(1, names(chapter.countries()));
        return Stream.concat(chapter.unread().stream().map(this::unread), chapter.papers().stream().map(this::paper)).toList().getLast();
    }

    /** "Norway, revision 2", as the running head says it. */
    String head(Chapter chapter) {
        return chapter.papers().isEmpty() ? names(chapter.countries()) : words.say("collection.head", names(chapter.countries()), words.and(chapter.papers().stream()
                .map(paper -> Integer.toString(paper.revision())).toList()), chapter.papers().size());
    }

    private String names(List<CountryCode> countries) {
        return words.and(countries.stream().map(country -> Countries.name(country, collection.language())).toList());
    }

    private Line unread(Unread paper) {
        docx.line("NoticeHeading").text(words.say("collection.unread.heading"));
        return docx.line("Notice").text(words.say("collection.unread", words.date(paper.arrivedAt()), words.cause(paper.cause())));
    }

    private Line paper(CollectedPaper paper) {
        docx.line("PaperFacts").text(words.say("collection.paper", paper.number(), paper.revision(), words.date(paper.acceptedAt()),
                paper.documents().stream().map(Document::language).distinct().map(words::language).collect(Collectors.joining(", "))));
        paper.rules().forEach(rule -> docx.line("Notice").text(words.say("collection.rule." + rule.word()) + (rule.places().isEmpty() ? ""
                : " " + words.say("collection.rule.places", String.join("; ", rule.places())))));
        if (paper.isLeftOut()) {
            docx.line("Notice").text(words.say("collection.leftOut"));
        } else {
            paper.documents().forEach(document -> document(paper, document));
        }
        return source(paper);
    }

    private void document(CollectedPaper paper, Document document) {
        switch (document.text()) {
            case CollectedText.Read read -> read(paper, document, read.pieces());
            case CollectedText.LeftOut leftOut -> {
                labelled(paper, document);
                docx.line("PaperGap").text(words.say("collection.gap"));
            }
            case CollectedText.Unreadable unreadable -> {
                labelled(paper, document);
                docx.line("Notice").text(words.say("collection.unreadable", document.name(), words.cause(unreadable.cause())));
            }
        }
    }

    /** The title that the paper begins with is its heading, unless it is as long as a paragraph or says no more than which country it is. */
    private void read(CollectedPaper paper, Document document, List<Piece> pieces) {
        boolean titled = document.role() == DocumentRole.MAIN && pieces.getFirst() instanceof Piece.Printed first
                && first.block().kind() == BlockKind.HEADING && first.text().length() <= LONGEST_TITLE
                && !first.text().equalsIgnoreCase(names(paper.countries()));
        if (titled) {
            Block title = ((Piece.Printed) pieces.getFirst()).block();
            docx.headingIn(document.languageOf(title), 2, title.text());
        } else {
            labelled(paper, document);
        }
        new PaperText(docx, words, document, 3).write(titled ? pieces.subList(1, pieces.size()) : pieces);
    }

    /** A main paper without a title of its own needs no line in the contents below its country; what comes with it begins a page. */
    private void labelled(CollectedPaper paper, Document document) {
        if (document.role() == DocumentRole.MAIN) {
            docx.unlisted(2).text(label(document));
        } else {
            docx.heading(2, label(document)).onNewPage(document != paper.documents().getFirst());
        }
    }

    private String label(Document document) {
        return words.say("collection.document." + document.role(), words.language(document.language()));
    }

    private Line source(CollectedPaper paper) {
        Line line = docx.line("Colophon").text(words.say("collection.source", paper.number(), paper.revision()));
        paper.documents().forEach(document -> line.text("\n" + document.name() + "  SHA-256 " + document.original()));
        return line;
    }
}
