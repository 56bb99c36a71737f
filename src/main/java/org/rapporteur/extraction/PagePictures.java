package org.rapporteur.extraction;

import java.io.IOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Tells pages that are pictures, as scanners make them: of one large picture, or of many strips. */
final class PagePictures {

    /** dots of the shorter side */
    private static final int LARGE = 600;
    private static final int STRIPS = 5;

    private PagePictures() {}

    /** For a page without text. */
    static boolean isScan(PDPage page) throws IOException {
        PDResources resources = page.getResources();
        int pictures = 0;
        if (resources != null) {
            for (COSName name : resources.getXObjectNames()) {
                if (resources.isImageXObject(name) && resources.getXObject(name) instanceof PDImageXObject picture) {
                    pictures++;
                    if (Math.min(picture.getWidth(), picture.getHeight()) >= LARGE) {
                        return true;
                    }
                }
            }
        }
        return pictures >= STRIPS;
    }
}
