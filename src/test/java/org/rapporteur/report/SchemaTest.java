package org.rapporteur.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FootnotesDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FtrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.HdrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.SettingsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import org.rapporteur.synthesis.Draft;

/** Every part of a written document is valid by the full schemas of the format. */
class SchemaTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"document", "styles", "numbering", "settings", "header1", "footer1"})
    void everyPartIsValid(String part) throws XmlException {
        Opened report = write(RealisticDraft.english());

        assertThat(errors(part, report)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"document", "settings", "styles"})
    void aDraftThatFoundNothingIsValidToo(String part) throws XmlException {
        Opened report = write(Drafts.with(Locale.FRENCH));

        assertThat(errors(part, report)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"هذا نص من اليمين إلى اليسار", "日本語の文です", "🙂 <b> & \u0000\u202E"})
    void foreignScriptsAreValidToo(String quotation) throws XmlException {
        Opened report = write(Drafts.saying(Drafts.statement(1, Drafts.quoted(2, quotation, "ar"))));

        assertThat(errors("document", report)).isEmpty();
    }

    static List<String> errors(String part, Opened report) throws XmlException {
        String text = report.xml("word/" + part + ".xml");
        List<XmlError> errors = new ArrayList<>();
        parsed(part, text).validate(new XmlOptions().setErrorListener(errors));
        return errors.stream().map(error -> part + ": " + error.getMessage()).distinct().toList();
    }

    private static XmlObject parsed(String part, String text) throws XmlException {
        return switch (part) {
            case "document" -> DocumentDocument.Factory.parse(text);
            case "styles" -> StylesDocument.Factory.parse(text);
            case "numbering" -> NumberingDocument.Factory.parse(text);
            case "settings" -> SettingsDocument.Factory.parse(text);
            case "footnotes" -> FootnotesDocument.Factory.parse(text);
            default -> part.startsWith("header") ? HdrDocument.Factory.parse(text) : part.startsWith("footer") ? FtrDocument.Factory.parse(text)
                    : refused(part);
        };
    }

    private static XmlObject refused(String part) {
        throw new IllegalArgumentException(part);
    }

    private Opened write(Draft draft) {
        return new Opened(new SynthesisDocument().write(draft, folder.resolve("draft.docx"),
                new ReportSettings(URI.create("http://127.0.0.1:8080"), folder, Optional.empty())));
    }
}
