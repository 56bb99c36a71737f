package org.rapporteur.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** The empty document that reports start from: paper size, styles and settings, as text in {@code report/template}. */
final class Template {

    private static final List<String> PARTS = List.of("[Content_Types].xml", "_rels/.rels",
            "word/_rels/document.xml.rels", "word/document.xml", "word/styles.xml", "word/settings.xml", "word/numbering.xml");

    private Template() {}

    static XWPFDocument open() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (String part : PARTS) {
                    copy(part, zip);
                }
            }
            return new XWPFDocument(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException broken) {
            throw new UncheckedIOException("the report template cannot be read", broken);
        }
    }

    private static void copy(String part, ZipOutputStream zip) throws IOException {
        try (InputStream text = Template.class.getResourceAsStream("/report/template/" + part)) {
            zip.putNextEntry(new ZipEntry(part));
            Objects.requireNonNull(text, part).transferTo(zip);
        }
    }
}
