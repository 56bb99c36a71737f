package org.rapporteur.report;

import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHdrFtr;

/**
 * Pages with a running head of their own. Only the first have a page without any, and the foot, which all later ones take over.
 */
final class Sections {

    private Sections() {}

    /** Ends the pages with this paragraph, the last of them; their running head is still empty. */
    static XWPFHeader end(XWPFDocument document, XWPFParagraph last) {
        CTSectPr whole = document.getDocument().getBody().getSectPr();
        boolean first = whole.isSetTitlePg();
        CTSectPr own = (last.getCTP().isSetPPr() ? last.getCTP().getPPr() : last.getCTP().addNewPPr()).addNewSectPr();
        own.set(whole);
        if (first) {
            whole.unsetTitlePg();
            while (whole.sizeOfFooterReferenceArray() > 0) {
                whole.removeFooterReference(0);
            }
        }
        return head(document, own);
    }

    /** The running head of the last pages, still empty. */
    static XWPFHeader last(XWPFDocument document) {
        return head(document, document.getDocument().getBody().getSectPr());
    }

    private static XWPFHeader head(XWPFDocument document, CTSectPr pages) {
        return new XWPFHeaderFooterPolicy(document, pages).createHeader(STHdrFtr.DEFAULT);
    }
}
