package org.rapporteur.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.tika.parser.microsoft.ooxml.XWPFListManager;
import org.apache.xmlbeans.XmlException;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumbering;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;

/** The numbers and bullets that Word prints before the paragraphs of its lists. It counts: ask once for each paragraph, in order. */
final class WordNumbers {

    private final XWPFListManager lists;

    private WordNumbers(XWPFListManager lists) {
        this.lists = lists;
    }

    static WordNumbers none() {
        return new WordNumbers(XWPFListManager.EMPTY_LIST);
    }

    static WordNumbers of(@Nullable PackagePart part) throws IOException {
        if (part == null) {
            return none();
        }
        try (InputStream in = part.getInputStream()) {
            CTNumbering read = NumberingDocument.Factory.parse(in).getNumbering();
            XWPFNumbering numbering = new XWPFNumbering();
            numbering.setNumbering(CTNumbering.Factory.newInstance());
            for (CTAbstractNum list : read.getAbstractNumList()) {
                numbering.addAbstractNum(new XWPFAbstractNum(list, numbering));
            }
            for (CTNum list : read.getNumList()) {
                numbering.addNum(new XWPFNum(list, numbering));
            }
            return new WordNumbers(new XWPFListManager(numbering));
        } catch (XmlException unreadable) {
            return none();
        }
    }

    /**
     * What is printed before the next paragraph of a list, with the space after it; empty where nothing is.
     *
     * @param list its key
     * @param depth 0-based
     */
    String next(String list, int depth) {
        String number = list.matches("[1-9]\\d{0,8}") ? lists.getFormattedNumber(new BigInteger(list), depth) : null;
        return number == null ? "" : number;
    }
}
