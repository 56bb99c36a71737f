package org.rapporteur.extraction;

import org.xml.sax.SAXException;

/** More characters than one document may have. */
final class TooMuchText extends SAXException {

    TooMuchText(int limit) {
        super("more than " + limit + " characters");
    }
}
