package org.rapporteur.report;

/**
 * A column of a table.
 *
 * @param heading printed at its top, on every page
 * @param share of the width of the text, compared with the shares of the other columns; at least 1
 */
record Column(String heading, int share) {

    Column {
        if (share < 1) {
            throw new IllegalArgumentException("the share of column '" + heading + "' is at least 1, not " + share);
        }
    }
}
