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

    void heading(int level, String text) {
        Heading heading = new Heading("_Toc%06d".formatted(headings.size() + 1), level, text);
        line("Heading" + level).marked(heading.bookmark(), text);
        headings.add(heading);
    }

    /** The headings written so far, in their order. */
    List<Heading> headings() {
        return List.copyOf(headings);
    }

    Table table(String description, List<Column> columns) {
        return new Table(document.createTable(1, columns.size()), description, columns, bookmarks);
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
