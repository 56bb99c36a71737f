package org.rapporteur.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.synthesis.Evidence;

class HostileTextTest {

    @TempDir
    Path folder;

    @Test
    void markupStandsAsText() {
        assertThat(quoted("</w:t><script>&amp;\"'")).contains("</w:t><script>&amp;\"'");
    }

    @Test
    void whatXmlCannotHoldIsShownAsUnreadable() {
        assertThat(quoted("a\u0000b\u001bc\uD800d\uFFFEe")).contains("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
    }

    @Test
    void overridesOfDirectionAreDropped() {
        assertThat(quoted("pay\u202Etxt.exe\u2066")).contains("paytxt.exe");
    }

    @Test
    void emojiAndOtherPlanesStay() {
        assertThat(quoted("done 🙂 𠀋")).contains("done 🙂 𠀋");
    }

    @Test
    void lineEndsBecomeLineBreaks() {
        assertThat(quoted("one\r\ntwo\rthree")).contains("one\ntwo\nthree");
    }

    @Test
    void anArabicQuotationIsMarkedAsRunningFromRightToLeft() {
        Opened report = write(Drafts.quoted(2, "هذا نص", "ar"));

        assertThat(report.xml("word/document.xml")).contains("<w:rtl/>", "w:bidi=\"ar-EG\"");
    }

    @Test
    void anArabicPassageIsAParagraphFromRightToLeft() {
        Opened report = write(Drafts.cited(2, "هذا نص"));

        assertThat(report.xml("word/document.xml")).contains("<w:bidi/>");
    }

    @Test
    void aPassageOfFiveMegabytesIsWrittenWhole() {
        String passage = Drafts.longText(5_000_000);

        assertThat(quoted(passage)).contains(passage);
    }

    private String quoted(String text) {
        return write(Drafts.quoted(2, text, "en")).text();
    }

    private Opened write(Evidence evidence) {
        return new Opened(new SynthesisDocument().write(
                Drafts.saying(Drafts.statement(1, evidence)), folder.resolve("draft.docx"),
                new ReportSettings(URI.create("http://127.0.0.1:8080"), folder, Optional.empty())));
    }
}
