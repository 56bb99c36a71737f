package org.rapporteur.report;

import java.util.Map;

/** What is known of the pages that headings stand on while a document is written. */
sealed interface PageNumbers {

    /** Nothing yet: the document is written for the layout program to work them out. */
    record Asked() implements PageNumbers {}

    /** The page of each heading, from 1, by its bookmark. */
    record Known(Map<String, Integer> pages) implements PageNumbers {

        public Known {
            pages = Map.copyOf(pages);
        }
    }

    /** Nobody worked them out, and why, as the end of a sentence. */
    record Unknown(String cause) implements PageNumbers {}
}
