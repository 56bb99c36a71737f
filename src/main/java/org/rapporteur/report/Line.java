package org.rapporteur.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.util.Optional;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.XWPFAbstractFootnoteEndnote;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLanguage;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;
import org.rapporteur.extraction.Picture;

/** A paragraph under way; what is said is added at its end. All text is made inert on its way in. */
final class Line {

    /** the list of the template whose levels have bullets */
    private static final BigInteger BULLETS = BigInteger.TWO;

    /** of a picture, points */
    private static final double WIDEST = 419;
    private static final double HIGHEST = 560;

    private final XWPFParagraph paragraph;
    private final Bookmarks bookmarks;

    Line(XWPFParagraph paragraph, String style, Bookmarks bookmarks) {
        this.paragraph = paragraph;
        this.bookmarks = bookmarks;
        paragraph.setStyle(style);
    }

    XWPFParagraph paragraph() {
        return paragraph;
    }

    Line text(String text) {
        if (!text.isEmpty()) {
            fill(paragraph.createRun(), text);
        }
        return this;
    }

    /** Text in a character style. */
    Line text(String text, String style) {
        XWPFRun run = paragraph.createRun();
        run.setStyle(style);
        fill(run, text);
        return this;
    }

    /** Text in a language of its own, which office programs spell and read aloud by. */
    Line textIn(String language, String text) {
        if (!text.isEmpty()) {
            say(paragraph.createRun(), language, text);
        }
        return this;
    }

    private static void say(XWPFRun run, String language, String text) {
        CTRPr properties = run.getCTR().addNewRPr();
        Optional<String> font = EastAsia.font(language, text);
        font.ifPresent(name -> {
            CTFonts fonts = properties.addNewRFonts();
            fonts.setEastAsia(name);
            fonts.setHint(STHint.EAST_ASIA);
        });
        boolean rightToLeft = InertText.runsRightToLeft(text);
        if (rightToLeft) {
            properties.addNewRtl();
        }
        CTLanguage mark = properties.addNewLang();
        mark.setVal(LanguageTags.of(language));
        if (rightToLeft) {
            mark.setBidi(LanguageTags.of(language));
        }
        font.ifPresent(name -> mark.setEastAsia(LanguageTags.of(language)));
        fill(run, text);
    }

    /** Sets the paragraph as text in that direction wants it. */
    Line inDirectionOf(String text) {
        if (InertText.runsRightToLeft(text)) {
            paragraph.getCTP().getPPr().addNewBidi();
        }
        return this;
    }

    /** Whether no page may end after this paragraph. */
    void keepWithNext(boolean keep) {
        paragraph.setKeepNext(keep);
    }

    /** Whether it begins a page. */
    Line onNewPage(boolean begins) {
        paragraph.setPageBreak(begins);
        return this;
    }

    Line tab() {
        paragraph.createRun().addTab();
        return this;
    }

    /** Text that carries a bookmark. */
    Line marked(String bookmark, String text) {
        CTBookmark start = open(bookmark);
        text(text);
        close(start);
        return this;
    }

    /** Text in a language of its own that carries a bookmark. */
    Line markedIn(String bookmark, String language, String text) {
        CTBookmark start = open(bookmark);
        textIn(language, text);
        close(start);
        return this;
    }

    /** Text in a character style that carries a bookmark. */
    Line markedAs(String bookmark, String text, String style) {
        CTBookmark start = open(bookmark);
        text(text, style);
        close(start);
        return this;
    }

    /** The sign of a footnote, which stands at the foot of the page. */
    Line noteSign(XWPFAbstractFootnoteEndnote note) {
        paragraph.addFootnoteReference(note);
        return this;
    }

    /** An item of a list that office programs know as one. */
    Line bullet(int level) {
        paragraph.setNumID(BULLETS);
        paragraph.setNumILvl(BigInteger.valueOf(level));
        return this;
    }

    /** A picture, as large as it was printed if that fits, with what is said in its place to those who do not see it. */
    Line picture(Picture picture, String alternative) {
        double scale = Math.min(1, Math.min(WIDEST / picture.width(), HIGHEST / picture.height()));
        XWPFRun run = paragraph.createRun();
        try {
            run.addPicture(new ByteArrayInputStream(picture.bytes()), picture.type().equals("png") ? PictureType.PNG : PictureType.JPEG,
                    "picture." + picture.type(), Units.toEMU(scale * picture.width()), Units.toEMU(scale * picture.height()));
        } catch (IOException | InvalidFormatException impossible) {
            throw new IllegalStateException("a picture in memory cannot be written", impossible);
        }
        run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr().setDescr(InertText.of(alternative));
        return this;
    }

    /** A bookmark around nothing. */
    Line mark(String bookmark) {
        close(open(bookmark));
        return this;
    }

    /** Text that leads to a bookmark of this document. */
    Line linkTo(String bookmark, String text) {
        fill(within(link(bookmark), true), text);
        return this;
    }

    /** A line of the contents: text, a tab and a page, which together lead to a bookmark of this document. */
    Line contentsEntry(String bookmark, String text, String page) {
        CTHyperlink link = link(bookmark);
        fill(within(link, false), text);
        if (!page.isEmpty()) {
            within(link, false).addTab();
            fill(within(link, false), page);
        }
        return this;
    }

    /** Text that leads out of this document. */
    Line linkOut(URI address, String text) {
        XWPFHyperlinkRun run = paragraph.createHyperlinkRun(address.toString());
        run.setStyle("Hyperlink");
        fill(run, text);
        return this;
    }

    /** A field that office programs work out, with the result to show until then. */
    Line field(String instruction, String result) {
        return fieldStart(instruction).text(result).fieldEnd();
    }

    Line fieldStart(String instruction) {
        XWPFRun run = paragraph.createRun();
        run.getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        paragraph.createRun().getCTR().addNewInstrText().setStringValue(instruction);
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
        return this;
    }

    Line fieldEnd() {
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
        return this;
    }

    private CTHyperlink link(String bookmark) {
        CTHyperlink link = paragraph.getCTP().addNewHyperlink();
        link.setAnchor(bookmark);
        return link;
    }

    private XWPFRun within(CTHyperlink link, boolean styled) {
        XWPFRun run = new XWPFHyperlinkRun(link, link.addNewR(), paragraph);
        if (styled) {
            run.setStyle("Hyperlink");
        }
        return run;
    }

    private CTBookmark open(String name) {
        CTBookmark start = paragraph.getCTP().addNewBookmarkStart();
        start.setName(name);
        start.setId(bookmarks.next(name));
        return start;
    }

    private void close(CTBookmark start) {
        BigInteger id = start.getId();
        paragraph.getCTP().addNewBookmarkEnd().setId(id);
    }

    private static void fill(XWPFRun run, String text) {
        String[] lines = InertText.of(text).split("\n", -1);
        for (int line = 0; line < lines.length; line++) {
            if (line > 0) {
                run.addBreak();
            }
            run.setText(lines[line], run.getCTR().sizeOfTArray());
        }
    }
}
