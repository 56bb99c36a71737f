package org.rapporteur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are read without complaint though half of them is missing. */
class CutOffTest {

    private static final String TEXT = "The ministry opened one counter for all of the offices in the province.";

    @TempDir
    static Path folder;

    @Test
    void halfAnHtmlIsIncomplete() throws Exception {
        assertThat(cause("paper.html", "<html><body><p>" + TEXT + "</p><p>It clo")).isEqualTo(Cause.INCOMPLETE);
    }

    @Test
    void aWholeHtmlIsWholeAndSoIsAPieceOfOne() throws Exception {
        assertThat(cause("paper.html", "<html><body><p>" + TEXT + "</p></body></html>\n")).isNull();
        assertThat(cause("paper.html", "<p>" + TEXT + "</p><p>" + TEXT + "</p>")).isNull();
    }

    @Test
    void halfAnRtfIsIncomplete() throws Exception {
        assertThat(cause("paper.rtf", "{\\rtf1\\ansi " + TEXT + "\\par It clo")).isEqualTo(Cause.INCOMPLETE);
    }

    @Test
    void halfAnRtfWithoutTextIsIncompleteToo() throws Exception {
        assertThat(cause("paper.rtf", "{\\rtf1\\ansi {\\pict 0102030405")).isEqualTo(Cause.INCOMPLETE);
    }

    private static Cause cause(String name, String content) throws Exception {
        Path file = Files.writeString(Files.createTempFile(folder, "cut", name), content);
        return switch (new FileReading().read(new Request(file, name, folder, folder, 10_000, 10, 10_000))) {
            case Reading.Text text -> text.cause();
            case Reading.NoText none -> none.cause();
            case Reading.Container container -> null;
        };
    }
}
