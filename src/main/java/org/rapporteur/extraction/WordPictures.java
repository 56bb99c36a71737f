package org.rapporteur.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDrawing;

/** The pictures of a DOCX as it is printed with every change accepted: what was deleted, moved away or hidden is none of it. For one file. */
final class WordPictures {

    private final List<Picture> found = new ArrayList<>();
    private String last = "";

    private WordPictures() {}

    static List<Picture> of(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("word/document.xml") == null) {
                return List.of();
            }
        }
        try (InputStream in = Files.newInputStream(file); XWPFDocument document = new XWPFDocument(in)) {
            WordPictures pictures = new WordPictures();
            document.getBodyElements().forEach(pictures::element);
            return pictures.found;
        }
    }

    private void element(IBodyElement element) {
        if (element instanceof XWPFParagraph paragraph) {
            paragraph(paragraph);
        } else if (element instanceof XWPFTable table) {
            table.getRows().forEach(row -> row.getTableCells().forEach(cell -> cell.getBodyElements().forEach(this::element)));
        }
    }

    private void paragraph(XWPFParagraph paragraph) {
        String text = paragraph.getText().replaceAll("(?U)\\s+", " ").strip();
        last = text.isEmpty() ? last : text;
        paragraph.getRuns().stream().filter(run -> !run.getEmbeddedPictures().isEmpty() && isPrinted(run)).forEach(this::run);
    }

    private void run(XWPFRun run) {
        for (XWPFPicture picture : run.getEmbeddedPictures()) {
            boolean seen = Math.min(picture.getWidth(), picture.getDepth()) >= DocumentPictures.SMALLEST;
            if (seen && picture.getPictureData() != null && found.size() < DocumentPictures.MOST) {
                found.add(Drawing.of(new Picture.Place(last, null, alternative(run, picture), picture.getWidth(), picture.getDepth()),
                        picture.getPictureData().getData()));
            }
        }
    }

    private static boolean isPrinted(XWPFRun run) {
        try (XmlCursor place = run.getCTR().newCursor()) {
            while (place.toParent()) {
                String name = place.getName() == null ? "" : place.getName().getLocalPart();
                if (name.equals("del") || name.equals("moveFrom")) {
                    return false;
                }
            }
        }
        return !run.isVanish();
    }

    /** Said of the drawing, or else of the picture in it. */
    private static String alternative(XWPFRun run, XWPFPicture picture) {
        Stream<String> ofDrawing = run.getCTR().getDrawingList().stream().flatMap(WordPictures::said);
        return Stream.concat(ofDrawing, Optional.ofNullable(picture.getCTPicture().getNvPicPr().getCNvPr().getDescr()).stream())
                .filter(words -> words != null && !words.isBlank()).findFirst().map(words -> StorableText.of(words).strip()).orElse("");
    }

    private static Stream<String> said(CTDrawing drawing) {
        return Stream.concat(drawing.getInlineList().stream().map(inline -> inline.getDocPr().getDescr()),
                drawing.getAnchorList().stream().map(anchor -> anchor.getDocPr().getDescr()));
    }
}
