package org.rapporteur.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.NeedsProgram;

class ContentsTest {

    @TempDir
    Path folder;

    @Test
    @NeedsProgram("soffice")
    void everyEntryCarriesItsPage() {
        Opened report = write();

        assertThat(report.inStyle("TOC1")).hasSize(10).startsWith("Summary\t3").allMatch(entry -> entry.matches("\\D+\\t\\d+"));
        assertThat(report.inStyle("TOC2")).hasSize(12).allMatch(entry -> entry.matches("\\D+\\t\\d+"));
    }

    @Test
    @NeedsProgram("soffice")
    void aReaderIsNotAskedForWhatIsKnown() {
        assertThat(write().xml("word/settings.xml")).doesNotContain("updateFields");
    }

    @Test
    @NeedsProgram("soffice")
    void theLayoutLeavesNothingBehind() {
        write();

        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    private Opened write() {
        return new Opened(new SynthesisDocument().write(RealisticDraft.english(), folder.resolve("draft.docx"),
                new ReportSettings(URI.create("http://127.0.0.1:8080"), folder.resolve("work"), LibreOffice.find())));
    }
}
