package org.rapporteur.extraction;

import java.util.List;

/**
 * A table that is ruled on the page.
 *
 * @param rows each with its cells, each with its lines; a cell over several rows stands in the first of them
 */
record PrintedTable(List<List<List<PrintedLine>>> rows) implements PageItem {

    PrintedTable {
        rows = List.copyOf(rows);
    }
}
