package org.rapporteur.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlCursor;

/** A document under way; what is said is added at its end, in the styles of the template. */
final class Docx {

    /** The width between the margins, twentieths of a point: what the template leaves of A4. */
    static final int TEXT_WIDTH = 9070;

    private final XWPFDocument document = Template.open();
    private final Bookmarks bookmarks = new Bookmarks();
    private final List<Heading> headings = new ArrayList<>();

    Docx(Locale language) {
        document.getStyles().setSpellingLanguage(LanguageTags.of(language.toLanguageTag()));
    }

    /** A heading, the bookmark that stands at it, and its level from 1. */
    record Heading(String bookmark, int level, String text) {}

    Line line(String style) {
        return new Line(document.createParagraph(), style, bookmarks);
    }

    /** A paragraph before one that is written already. */
    Line lineBefore(Line later, String style) {
        try (XmlCursor place = later.paragraph().getCTP().newCursor()) {
            return new Line(document.insertNewParagraph(place), style, bookmarks);
        }
    }

    Line heading(int level, String text) {
        Heading heading = new Heading("_Toc%06d".formatted(headings.size() + 1), level, text);
        headings.add(heading);
        return line("Heading" + level).marked(heading.bookmark(), text);
    }

    /** A heading in a language of its own. */
    void headingIn(String language, int level, String text) {
        Heading heading = new Heading("_Toc%06d".formatted(headings.size() + 1), level, text);
        line("Heading" + level).inDirectionOf(text).markedIn(heading.bookmark(), language, text);
        headings.add(heading);
    }

    /** A heading that the contents do not list. */
    Line unlisted(int level) {
        return line("Heading" + level);
    }

    /** The headings written so far, in their order. */
    List<Heading> headings() {
        return List.copyOf(headings);
    }

    Table table(String description, List<Column> columns) {
        return new Table(document.createTable(1, columns.size()), description, columns, bookmarks);
    }

    /** A table without its rows. */
    XWPFTable plainTable(int rows, int columns) {
        return document.createTable(rows, columns);
    }

    /** A paragraph that stands somewhere in this document already, such as in a cell. */
    Line within(XWPFParagraph paragraph, String style) {
        return new Line(paragraph, style, bookmarks);
    }

    /** A footnote, said in a language of its own. */
    XWPFFootnote note(String language, String text) {
        XWPFFootnote note = document.createFootnote();
        within(note.createParagraph(), "FootnoteText").inDirectionOf(text).text(" ").textIn(language, text);
        return note;
    }

    /** Ends the pages that began after the last such end; they carry this running head, in the language of the document. */
    Line endPages(Line last) {
        return new Line(Sections.end(document, last.paragraph()).createParagraph(), "Header", bookmarks);
    }

    /** The running head of the pages after the last end. */
    Line lastHeader() {
        return new Line(Sections.last(document).createParagraph(), "Header", bookmarks);
    }

    Line header() {
        return new Line(document.createHeader(HeaderFooterType.DEFAULT).createParagraph(), "Header", bookmarks);
    }

    Line footer() {
        return new Line(document.createFooter(HeaderFooterType.DEFAULT).createParagraph(), "Footer", bookmarks);
    }

    /** Office programs are to work out page numbers when they open the document; Word asks before it does. */
    void leavePageNumbersToTheReader() {
        document.enforceUpdateFields();
    }

    void describe(String title, String organisation, Locale language, Instant moment) {
        POIXMLProperties.CoreProperties core = document.getProperties().getCoreProperties();
        core.setTitle(InertText.of(title));
        core.setCreator(InertText.of(organisation));
        core.setLastModifiedByUser(InertText.of(organisation));
        core.getUnderlyingProperties().setLanguageProperty(Optional.of(LanguageTags.of(language.toLanguageTag())));
        core.getUnderlyingProperties().setCreatedProperty(Optional.of(Date.from(moment)));
        core.getUnderlyingProperties().setModifiedProperty(Optional.of(Date.from(moment)));
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (document) {
            document.write(bytes);
            return SteadyPackage.of(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException("a document in memory cannot be written", impossible);
        }
    }
}
