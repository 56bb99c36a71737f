package org.rapporteur.extraction;

/** What stands on a page. */
sealed interface PageItem permits PrintedLine, PrintedTable {}
