package org.rapporteur.report;

import java.util.List;
import org.rapporteur.report.Collection.Chapter;

/**
 * Writes the collection of country papers as DOCX: cover, contents, introduction, and a chapter for each country with a running head of its
 * own. The same collection gives the same bytes, as long as its headings fall on the same pages.
 */
final class CollectionDocument {

    private final Collection collection;
    private final Words words;

    CollectionDocument(Collection collection) {
        this.collection = collection;
        this.words = Words.in(collection.language());
    }

    byte[] bytes(PageNumbers pages) {
        Docx docx = new Docx(collection.language());
        CollectionFront front = new CollectionFront(docx, words, collection);
        PaperChapter papers = new PaperChapter(docx, words, collection);

        front.foot();
        front.cover();
        Contents contents = new Contents(docx, words);
        Line last = front.introduction();
        List<Chapter> chapters = collection.chapters();
        front.head(chapters.isEmpty() ? docx.lastHeader() : docx.endPages(last), "");
        for (Chapter chapter : chapters) {
            Line end = papers.write(chapter);
            front.head(chapter == chapters.getLast() ? docx.lastHeader() : docx.endPages(end), papers.head(chapter));
        }
        contents.fill(pages);
        docx.describe(front.title(), collection.call().content().organisation(), collection.language(), collection.at());
        return docx.bytes();
    }
}
