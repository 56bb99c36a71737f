package org.rapporteur.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exchange files from outside: whole ones are read, others are refused with a sentence. */
class ExchangeFilesTest {

    @TempDir
    private Path folder;

    @Test
    void theProjectByHandIsOneByTheSchema() throws Exception {
        Path file = Refi.project(folder.resolve("hand.qdpx"), "It rains.", "It snows.");
        try (ExchangeFolder zip = ExchangeFolder.open(file, ExchangeFolder.Bounds.USUAL)) {
            RefiSchema.validate(new String(zip.project(), StandardCharsets.UTF_8));
            RefiProject project = ProjectReader.read(zip);

            assertThat(project.users().values()).containsExactly("Ånna Berg");
            assertThat(project.codes().getFirst().all().map(RefiCode::name)).containsExactly("Money", "Conditional and matching grants", "Central fund");
            assertThat(project.codes().getFirst().codable()).isFalse();
            RefiProject.Source paper = project.sources().getFirst();
            SourceText.Stretch stretch = SourceText.stretch(paper.selections().getFirst(), paper.text().offsets(paper.selections())).orElseThrow();
            assertThat(paper.text().text().substring(stretch.start(), stretch.end())).isEqualTo("It rains.");
            assertThat(paper.selections().getFirst().codings().getFirst().note()).isEqualTo("It says so.");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project xmlns="urn:QDA-XML:project:1.0" name="&x;"/> | has a document type declaration
            <Project xmlns="urn:QDA-XML:project:1.0" name="cut"><Users> | is no whole XML
            <html xmlns="http://www.w3.org/1999/xhtml"/> | is no REFI-QDA file
            just text | is no whole XML
            """)
    void whatIsNoProjectIsRefused(String xml, String why) throws IOException {
        Path file = Refi.zip(folder.resolve("bad.qdpx"), Map.of("project.qde", xml.getBytes(StandardCharsets.UTF_8)));

        assertRefused(file, ExchangeFolder.Bounds.USUAL, why);
    }

    @Test
    void whatNestsWithoutEndIsRefused() throws IOException {
        String deep = "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"deep\">" + "<Code>".repeat(100_000);
        assertRefused(Refi.zip(folder.resolve("deep.qdpx"), Map.of("project.qde", deep.getBytes(StandardCharsets.UTF_8))), ExchangeFolder.Bounds.USUAL, "nested deeper");
    }

    @Test
    void whatUnpacksWithoutEndOrHoldsTooManyFilesIsRefused() throws IOException {
        byte[] zeros = new byte[1 << 20];
        Path bomb = Refi.zip(folder.resolve("bomb.qdpx"), Map.of("project.qde", zeros));
        assertThat(Files.size(bomb)).isLessThan(5_000);
        assertRefused(bomb, new ExchangeFolder.Bounds(10, 1 << 19, 1 << 19, 1 << 20), "too large to be read");
        assertRefused(Refi.zip(folder.resolve("many.qdpx"), Map.of("a", new byte[0], "b", new byte[0], "project.qde", zeros)),
                new ExchangeFolder.Bounds(2, 1 << 19, 1 << 19, 1 << 20), "holds 3 files");
    }

    @Test
    void whatIsNoZipOrHoldsNoProjectIsRefused() throws IOException {
        assertRefused(Files.writeString(folder.resolve("text.qdpx"), "no zip"), ExchangeFolder.Bounds.USUAL, "is no whole ZIP file");
        assertRefused(Refi.zip(folder.resolve("empty.qdpx"), Map.of("other", new byte[0])), ExchangeFolder.Bounds.USUAL, "holds no project.qde");
    }

    @Test
    void aTextOutsideOfTheFileIsNotRead() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "secret");
        String xml = """
                <Project xmlns="urn:QDA-XML:project:1.0" name="out"><Sources>
                <TextSource guid="a" plainTextPath="absolute://%1$s/secret.txt"/><TextSource guid="b" plainTextPath="internal://../../secret.txt"/></Sources></Project>
                """.formatted(folder);
        try (ExchangeFolder zip = ExchangeFolder.open(Refi.zip(folder.resolve("out.qdpx"), Map.of("project.qde", xml.getBytes(StandardCharsets.UTF_8))),
                ExchangeFolder.Bounds.USUAL)) {
            assertThat(ProjectReader.read(zip).sources()).hasSize(2).allSatisfy(source -> {
                assertThat(source.text().raw()).isEmpty();
                assertThat(source.text().fault()).isNotBlank();
            });
        }
    }

    @Test
    void aCodebookComesBackWithAccentsNestingAndLineEnds() {
        List<RefiCode> codes = List.of(new RefiCode("11111111-1111-4111-8111-111111111111", "Économies & «œuvres» 🌊", true, "#0072B2", "First line.\nSecond < line.",
                List.of(new RefiCode("22222222-2222-4222-8222-222222222222", "Below", false, "", "", List.of(
                        new RefiCode("33333333-3333-4333-8333-333333333333", "Deepest", true, "", "", List.of()))))));

        assertThat(CodebookXml.read("book.qdc", CodebookXml.write(codes)).codes()).isEqualTo(codes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@A1", "\tx", "\rx", "\uFF1D1"})
    void noCellIsAFormula(String text) {
        assertThat(CsvTable.defused(text)).isEqualTo("'" + text);
        assertThat(CsvTable.defused("a" + text)).isEqualTo("a" + text);
    }

    private static void assertRefused(Path file, ExchangeFolder.Bounds bounds, String why) {
        assertThatThrownBy(() -> {
            try (ExchangeFolder zip = ExchangeFolder.open(file, bounds)) {
                ProjectReader.read(zip);
            }
        }).isInstanceOf(FaultyExchangeFile.class).hasMessageContaining(why);
    }
}
