package org.rapporteur.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** A written document, opened again to look at it. */
record Opened(Path file) {

    XWPFDocument document() {
        try (var in = Files.newInputStream(file)) {
            return new XWPFDocument(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String xml(String part) {
        try (ZipFile parts = new ZipFile(file.toFile())) {
            return new String(parts.getInputStream(parts.getEntry(part)).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String text() {
        return String.join("\n", document().getParagraphs().stream().map(XWPFParagraph::getText).toList());
    }

    List<String> inStyle(String style) {
        return document().getParagraphs().stream().filter(paragraph -> style.equals(paragraph.getStyle()))
                .map(XWPFParagraph::getText).toList();
    }

    List<String> bookmarks() {
        return all("<w:bookmarkStart[^>]*w:name=\"([^\"]+)\"");
    }

    List<String> anchors() {
        return all("<w:hyperlink[^>]*w:anchor=\"([^\"]+)\"");
    }

    List<String> all(String pattern) {
        return Pattern.compile(pattern).matcher(xml("word/document.xml")).results().map(hit -> hit.group(1)).toList();
    }
}
