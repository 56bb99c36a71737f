package org.rapporteur.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapporteur.report.PackageReader.Bounds;

/** Packages that somebody made to do harm. */
class PackageReaderTest {

    private static final Bounds SMALL = new Bounds(3, 1000, 2000, 3000);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"../evil.txt", "/etc/passwd", "a/../../b", "C:\\evil.txt", "a\\b", "texts/.hidden", "-rf", "a//b", "a\u0000b"})
    void aNameThatLeadsElsewhereIsRefused(String name) throws IOException {
        assertThat(PackageCheck.run(zip(name, new byte[1])).wrong()).singleElement().asString().contains("whose name no package has");
    }

    @Test
    void aFileThatIsThereTwiceIsRefused() throws IOException {
        byte[] two = Files.readAllBytes(zip("aa.txt", new byte[1], "ab.txt", new byte[2]));
        String twice = new String(two, StandardCharsets.ISO_8859_1).replace("ab.txt", "aa.txt");

        assertThat(PackageCheck.run(Files.write(folder.resolve("twice.zip"), twice.getBytes(StandardCharsets.ISO_8859_1))).wrong()).singleElement().asString().contains("aa.txt twice");
    }

    @Test
    void aFileThatUnpacksToMoreThanAnyIsNotUnpacked() throws IOException {
        assertThat(PackageCheck.run(zip("manifest.json", new byte[5000]), SMALL).wrong()).singleElement().asString().contains("larger than any package is");
    }

    @Test
    void aFileThatIsOnlyHashedIsBoundedToo() throws IOException {
        String manifest = "{\"format\":\"rapporteur-package-1\",\"counts\":{},\"files\":[{\"name\":\"big.bin\",\"size\":1,\"sha256\":\"0\"}]}";

        assertThat(PackageCheck.run(zip("manifest.json", manifest.getBytes(StandardCharsets.UTF_8), "big.bin", new byte[5000]), SMALL).wrong()).singleElement().asString().contains("big.bin in the package is larger");
    }

    @Test
    void moreFilesThanAnyPackageHasAreNotRead() throws IOException {
        assertThat(PackageCheck.run(zip("a", new byte[1], "b", new byte[1], "c", new byte[1], "d", new byte[1]), SMALL).wrong()).singleElement().asString().contains("holds 4 files");
    }

    @Test
    void whatIsNoPackageIsRefusedWithASentence() throws IOException {
        assertThat(PackageCheck.run(Files.writeString(folder.resolve("text.zip"), "not a zip")).wrong()).singleElement().asString().contains("no whole ZIP");
        assertThat(PackageCheck.run(folder.resolve("absent.zip")).wrong()).singleElement().asString().contains("can't be read");
        assertThat(PackageCheck.run(zip("other.json", new byte[1])).wrong()).singleElement().asString().contains("no package of Rapporteur");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{", "{\"format\":\"rapporteur-package-1\"}", "{\"format\":\"rapporteur-package-1\",\"counts\":{\"papers\":null},\"files\":[null]}", "null"})
    void aManifestThatSaysNothingIsRefusedWithASentence(String manifest) throws IOException {
        assertThat(PackageCheck.run(zip("manifest.json", manifest.getBytes(StandardCharsets.UTF_8))).wrong()).last().asString().contains("no package of Rapporteur");
    }

    @Test
    void filesThatSayNonsenseAreToldAndNotThrown() throws IOException {
        String manifest = "{\"format\":\"rapporteur-package-1\",\"counts\":{},\"files\":[]}";
        String papers = "[{\"number\":\"X\",\"countries\":[],\"documents\":[{\"text\":\"../..\"}]},null]";

        assertThat(PackageCheck.run(zip("manifest.json", manifest.getBytes(StandardCharsets.UTF_8), "papers.json", papers.getBytes(StandardCharsets.UTF_8),
                "passages.json", "[{\"id\":1}]".getBytes(StandardCharsets.UTF_8), "statements.json", "{\"papers\":7}".getBytes(StandardCharsets.UTF_8))).wrong())
                .contains("papers.json can't be read; get the package again", "passages.json can't be read; get the package again",
                        "statements.json can't be read; get the package again");
    }

    private Path zip(Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
            }
        }
        return Files.write(folder.resolve("made.zip"), bytes.toByteArray());
    }
}
