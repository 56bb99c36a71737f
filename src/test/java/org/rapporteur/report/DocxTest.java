package org.rapporteur.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocxTest {

    @TempDir
    Path folder;

    private final Docx docx = new Docx(Locale.ENGLISH);

    @Test
    void aLineCanComeBeforeOneThatIsWritten() throws IOException {
        Line later = docx.line("Normal").text("later");
        docx.lineBefore(later, "Normal").text("earlier");

        assertThat(open().inStyle("Normal")).containsExactly("earlier", "later");
    }

    @Test
    void noPartCarriesTheHourOfWriting() throws IOException {
        try (ZipFile parts = new ZipFile(open().file().toFile())) {
            assertThat(parts.stream().map(ZipEntry::getTimeLocal)).containsOnly(LocalDateTime.of(1980, 1, 1, 0, 0));
        }
    }

    @Test
    void everyStyleThatIsUsedStandsInTheTemplate() throws IOException {
        Opened template = open();

        assertThat(List.of("Heading1", "Heading2", "TOC1", "TOC2", "NumberedParagraph", "Quotation", "Question", "NothingFound",
                "Slot", "SlotHint", "FindingsHeading", "FindingsTheme", "Finding", "Legend", "TableHead", "TableText",
                "EvidenceEntry", "EvidenceText", "EvidenceLinks", "Notice", "NoticeHeading", "ReportTable", "Label"))
                .allMatch(template.document().getStyles()::styleExist);
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        Table table = docx.table("what it shows", List.of(new Column("one", 1), new Column("two", 2)));

        assertThatThrownBy(() -> table.row(List.of("alone"))).hasMessage("a row has 2 cells, not 1");
    }

    @Test
    void aBookmarkThatWordWouldCutIsRefused() {
        Line line = docx.line("Normal");

        assertThatThrownBy(() -> line.mark("b".repeat(41))).hasMessageContaining("at most 40 characters");
    }

    private Opened open() throws IOException {
        return new Opened(Files.write(folder.resolve("written.docx"), docx.bytes()));
    }
}
