package org.rapporteur.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/**
 * The pictures of a PDF in the order in which they are drawn. What covers a page is the page itself or its ground, and what comes back on
 * several pages is their furniture: both are left out. For one file.
 */
final class PdfPictures extends PDFStreamEngine {

    /** of the area of a page */
    private static final double COVERS = 0.7;
    private static final int FURNITURE = 3;
    private static final int DEEPEST_FORM = 8;
    private static final long MOST_DOTS = 40_000_000;

    /** An image where it is drawn first. */
    private record Drawn(PDImageXObject image, int page, double width, double height) {}

    private final Map<COSBase, Set<Integer>> pages = new HashMap<>();
    private final Map<COSBase, Drawn> first = new LinkedHashMap<>();
    private double area;
    private int page;
    private int depth;

    private PdfPictures() {
        addOperator(new Concatenate(this));
        addOperator(new DrawObject(this));
        addOperator(new SetGraphicsStateParameters(this));
        addOperator(new Save(this));
        addOperator(new Restore(this));
        addOperator(new SetMatrix(this));
    }

    static List<Picture> of(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PdfPictures pictures = new PdfPictures();
            for (PDPage page : document.getPages()) {
                pictures.page++;
                pictures.area = (double) page.getCropBox().getWidth() * page.getCropBox().getHeight();
                pictures.processPage(page);
            }
            return pictures.found();
        }
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (!operator.getName().equals(OperatorName.DRAW_OBJECT) || operands.isEmpty() || !(operands.getFirst() instanceof COSName name)) {
            super.processOperator(operator, operands);
            return;
        }
        PDXObject object = getResources().getXObject(name);
        if (object instanceof PDImageXObject image) {
            image(image);
        } else if (object instanceof PDFormXObject form && depth < DEEPEST_FORM) {
            depth++;
            showForm(form);
            depth--;
        }
    }

    private void image(PDImageXObject image) {
        Matrix place = getGraphicsState().getCurrentTransformationMatrix();
        double width = place.getScalingFactorX();
        double height = place.getScalingFactorY();
        boolean seen = Math.min(width, height) >= DocumentPictures.SMALLEST && width * height < COVERS * area;
        if (seen && (long) image.getWidth() * image.getHeight() <= MOST_DOTS) {
            pages.computeIfAbsent(image.getCOSObject(), once -> new HashSet<>()).add(page);
            first.putIfAbsent(image.getCOSObject(), new Drawn(image, page, width, height));
        }
    }

    private List<Picture> found() throws IOException {
        List<Picture> found = new ArrayList<>();
        for (Map.Entry<COSBase, Drawn> entry : first.entrySet()) {
            if (pages.get(entry.getKey()).size() < FURNITURE && found.size() < DocumentPictures.MOST) {
                Drawn drawn = entry.getValue();
                found.add(Drawing.of(new Picture.Place("", drawn.page(), "", drawn.width(), drawn.height()), drawn.image().getImage()));
            }
        }
        return found;
    }
}
