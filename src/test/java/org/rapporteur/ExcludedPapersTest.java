package org.rapporteur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Calls;
import org.rapporteur.country.CountryCode;
import org.rapporteur.report.DraftFile;
import org.rapporteur.synthesis.Draft;

/** A paper that must not be used leaves no trace of what it says in the draft that goes to everybody. */
@ExtendWith(DraftedHouse.Given.class)
class ExcludedPapersTest {

    private static final CountryCode NORWAY = new CountryCode("NOR");

    @TempDir
    static Path folder;

    private final DraftedHouse house;

    ExcludedPapersTest(DraftedHouse house) {
        this.house = house;
    }

    @ParameterizedTest
    @CsvSource({"access, RESTRICTED, restricted", "attribution, UNNAMED, not to be named", "attribution, NOT_FOR_QUOTATION, not for quotation"})
    void nothingOfItIsCountedMarkedQuotedOrNamed(String column, String value, String why) {
        house.with("UPDATE submission SET %s = '%s' WHERE number = 'MCH-2004-NOR-001'".formatted(column, value), () -> {
            DraftFile.Written written = house.part(DraftFile.class).write(house.part(Calls.class).current(), Actor.MACHINE,
                    folder.resolve(value + ".docx"));
            Draft draft = written.draft();

            assertThat(draft.papersRead()).isEqualTo(1);
            assertThat(written.statements()).isNotEmpty().noneMatch(statement -> statement.countries().contains(NORWAY));
            assertThat(draft.marks()).filteredOn(row -> row.country().equals(NORWAY)).first()
                    .extracting(Draft.Marks::marks).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                    .containsOnly(Draft.Mark.EXCLUDED);
            assertThat(paragraphs(written.file())).doesNotContain("Norway").doesNotContain("NOR-001");
            assertThat(tables(written.file())).anyMatch(table -> table.contains("Norway\tMCH-2004-NOR-001") && table.contains(why));
        });
    }

    private static String paragraphs(Path file) {
        try (XWPFDocument document = open(file)) {
            return document.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> tables(Path file) {
        try (XWPFDocument document = open(file)) {
            return document.getTables().stream().map(table -> table.getText()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XWPFDocument open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return new XWPFDocument(in);
    }
}
