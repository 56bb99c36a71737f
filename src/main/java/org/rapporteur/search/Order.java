package org.rapporteur.search;

/** In which order passages are given. */
public enum Order {
    /** the best first */
    RELEVANCE,
    /** by the English name of the country, and of each the best first */
    COUNTRY,
    /** as they stand in the papers, one country after the other */
    PLACE
}
