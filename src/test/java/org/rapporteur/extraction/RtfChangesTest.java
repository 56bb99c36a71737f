package org.rapporteur.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RtfChangesTest {

    @TempDir
    static Path folder;

    @Test
    void changesAreReadAsAccepted() throws Exception {
        assertThat(texts("We {\\revised opened} {\\deleted closed and \\'e9lus \\u233?}offices.\\par {\\deleted Gone.\\par}Kept.\\par"))
                .containsExactly("We opened offices.", "Kept.");
    }

    @Test
    void whatWasMovedStandsWhereItWasMovedTo() throws Exception {
        assertThat(texts("{\\mvf It moves.\\par}It stays.\\par {\\mvt It moves.\\par}")).containsExactly("It stays.", "It moves.");
    }

    @Test
    void aParagraphWhoseMarkWasDeletedGoesOnWithTheNext() throws Exception {
        assertThat(texts("One half {\\deleted\\par}and the other.\\par")).containsExactly("One half and the other.");
    }

    @Test
    void hiddenTextCommentsAndHeadsOfPagesAreNoContent() throws Exception {
        assertThat(texts("{\\header A head of pages\\par}Seen {\\v unseen }too{\\*\\atnauthor A}{\\*\\annotation A remark \\{so\\}.}.\\par \\v gone\\v0 back\\par"))
                .containsExactly("Seen too.", "back");
    }

    @Test
    void aFootnoteFollowsItsParagraph() throws Exception {
        assertThat(texts("Said{\\super\\chftn{\\*\\footnote\\pard The note.}} so.\\par Next.\\par")).containsExactly("Said so.", "The note.", "Next.");
    }

    @Test
    void aTableKeepsItsRows() throws Exception {
        assertThat(((Reading.Text) read("\\trowd\\intbl Measure\\cell What\\par came\\cell\\row\\trowd\\intbl Portal\\cell 12 %\\cell\\row\\pard After it all is text again.\\par"))
                .blocks()).extracting(Block::kind, Block::text).containsExactly(tuple(BlockKind.TABLE_ROW, "Measure | What came"),
                        tuple(BlockKind.TABLE_ROW, "Portal | 12 %"), tuple(BlockKind.PARAGRAPH, "After it all is text again."));
    }

    @Test
    void groupsTooDeepToBeReadWholeMakeItDamaged() throws Exception {
        assertThat(read("{".repeat(3000) + "Deep." + "}".repeat(3000) + " There is more text than this one here.\\par"))
                .isEqualTo(new Reading.NoText("application/rtf", Cause.DAMAGED));
    }

    private static List<String> texts(String body) throws Exception {
        return ((Reading.Text) read(body + "\nAll this is here so that there are letters enough.\\par")).blocks().stream().map(Block::text)
                .filter(text -> !text.startsWith("All this")).toList();
    }

    private static Reading read(String body) throws IOException, MachineFault {
        Path file = Files.writeString(Files.createTempFile(folder, "paper", ".rtf"), "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\pard " + body + "}");
        return new FileReading().read(new Request(file, "paper.rtf", folder, folder, 10_000, 10, 10_000));
    }
}
