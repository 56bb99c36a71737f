package org.rapporteur.extraction;

/** What a piece of text is in its document. */
public enum BlockKind {
    HEADING,
    PARAGRAPH,
    LIST_ITEM,
    TABLE_ROW
}
