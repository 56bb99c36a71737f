package org.rapporteur.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.tika.exception.EncryptedDocumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OdtTextTest {

    @TempDir
    static Path folder;

    @Test
    void changesAreReadAsAccepted() throws Exception {
        assertThat(texts("<text:tracked-changes><text:changed-region><text:deletion><text:p>closed</text:p></text:deletion></text:changed-region></text:tracked-changes>"
                + "<text:p>We <text:change-start/>opened<text:change-end/><text:change/> offices.</text:p>")).containsExactly("We opened offices.");
    }

    @Test
    void hiddenTextCommentsAndTablesOfContentsAreNoContent() throws Exception {
        assertThat(texts("<text:p>Seen <text:span text:style-name=\"T1\">unseen </text:span>too<office:annotation><text:p>A remark.</text:p></office:annotation>.</text:p>"
                + "<text:table-of-content><text:p>Incentives 3</text:p></text:table-of-content>")).containsExactly("Seen too.");
    }

    @Test
    void headingsItemsNotesAndTheHeadOfATableAreKnown() throws Exception {
        assertThat(read("<text:h text:outline-level=\"2\">Title</text:h><text:list><text:list-item><text:p>Item</text:p></text:list-item></text:list>"
                + "<text:p>Said<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>The note.</text:p></text:note-body></text:note> so.</text:p>"
                + "<table:table><table:table-header-rows>" + row("Year", "Share") + "</table:table-header-rows>" + row("2001", "34") + "</table:table>", ""))
                .extracting(Block::kind, Block::level, Block::text).containsExactly(tuple(BlockKind.HEADING, 2, "Title"),
                        tuple(BlockKind.LIST_ITEM, 1, "Item"), tuple(BlockKind.PARAGRAPH, 0, "Said so."), tuple(BlockKind.NOTE, 0, "The note."),
                        tuple(BlockKind.TABLE_HEAD, 0, "Year | Share"), tuple(BlockKind.TABLE_ROW, 0, "2001 | 34"));
    }

    @Test
    void anOdtWithAPasswordIsToldByItsManifest() {
        assertThatThrownBy(() -> read("", "<manifest:encryption-data/>")).isInstanceOf(EncryptedDocumentException.class);
    }

    private static List<String> texts(String body) throws Exception {
        return read(body, "").stream().map(Block::text).toList();
    }

    private static String row(String... cells) {
        return "<table:table-row>" + String.join("", List.of(cells).stream().map(cell -> "<table:table-cell><text:p>" + cell + "</text:p></table:table-cell>").toList())
                + "</table:table-row>";
    }

    private static List<Block> read(String body, String manifest) throws Exception {
        Path file = Files.createTempFile(folder, "paper", ".odt");
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            write(zip, "META-INF/manifest.xml", manifest);
            write(zip, "content.xml", """
                    <office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s"><office:automatic-styles>
                    <style:style style:name="T1"><style:text-properties text:display="none"/></style:style></office:automatic-styles>
                    <office:body><office:text>%s</office:text></office:body></office:document-content>""".formatted(body));
        }
        return OdtText.read(file, 10_000).blocks();
    }

    private static void write(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
