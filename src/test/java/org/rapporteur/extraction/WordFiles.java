package org.rapporteur.extraction;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes DOCX files out of WordprocessingML, so that a test says exactly what stands in them. */
final class WordFiles {

    private static final String TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String NAMESPACES = """
            xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"
            xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
            xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" """;
    private static final String STYLES = """
            <w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/></w:style>
            <w:style w:type="paragraph" w:styleId="TM1"><w:name w:val="toc 1"/></w:style>
            <w:style w:type="character" w:styleId="Unseen"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style>""";
    private static final String NUMBERING = """
            <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
            <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>""";

    private WordFiles() {}

    /** A paragraph with one stretch of text. */
    static String paragraph(String text) {
        return "<w:p>" + run(text) + "</w:p>";
    }

    static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    /** An element that says who changed what it holds. */
    static String change(String name, String inside) {
        return "<w:%1$s w:id=\"1\" w:author=\"A\" w:date=\"2004-05-01T00:00:00Z\">%2$s</w:%1$s>".formatted(name, inside);
    }

    /** With one footnote ("The note.", key 2), one comment ("A remark.", key 0), a head of pages and two lists (1: numbers, 2: bullets). */
    static Path docx(Path file, String body) throws IOException {
        return docx(file, body, Map.of());
    }

    /** @param counts what the program that wrote it says it counted: Pages, Words */
    static Path docx(Path file, String body, Map<String, Integer> counts) throws IOException {
        Map<String, String> parts = new TreeMap<>(Map.of("styles", STYLES, "numbering", NUMBERING,
                "footnotes", "<w:footnote w:id=\"2\">" + paragraph("The note.") + "</w:footnote>",
                "comments", "<w:comment w:id=\"0\" w:author=\"A\">" + paragraph("A remark.") + "</w:comment>",
                "header", paragraph("A head of pages")));
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            write(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + type("word/document", TYPES.formatted("document.main"))
                    + parts.keySet().stream().map(name -> type("word/" + name, TYPES.formatted(name))).collect(Collectors.joining())
                    + type("docProps/app", "application/vnd.openxmlformats-officedocument.extended-properties+xml") + "</Types>");
            write(zip, "_rels/.rels", relationships(Map.of("officeDocument", "word/document.xml")));
            write(zip, "word/_rels/document.xml.rels", relationships(parts.keySet().stream().collect(Collectors.toMap(name -> name, name -> name + ".xml"))));
            write(zip, "word/document.xml", "<w:document " + NAMESPACES + "><w:body>" + body + "</w:body></w:document>");
            for (Map.Entry<String, String> part : parts.entrySet()) {
                String root = part.getKey().equals("header") ? "hdr" : part.getKey();
                write(zip, "word/" + part.getKey() + ".xml", "<w:%1$s %2$s>%3$s</w:%1$s>".formatted(root, NAMESPACES, part.getValue()));
            }
            write(zip, "docProps/app.xml", "<Properties>" + counts.entrySet().stream()
                    .map(one -> "<%1$s>%2$d</%1$s>".formatted(one.getKey(), one.getValue())).collect(Collectors.joining()) + "</Properties>");
        }
        return file;
    }

    private static String type(String name, String type) {
        return "<Override PartName=\"/%s.xml\" ContentType=\"%s\"/>".formatted(name, type);
    }

    private static String relationships(Map<String, String> targets) {
        return "<Relationships xmlns=\"" + RELATIONSHIPS + "\">" + targets.entrySet().stream().map(one ->
                "<Relationship Id=\"%1$s\" Type=\"%2$s%1$s\" Target=\"%3$s\"/>".formatted(one.getKey(), OFFICE, one.getValue()))
                .collect(Collectors.joining()) + "</Relationships>";
    }

    private static void write(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
