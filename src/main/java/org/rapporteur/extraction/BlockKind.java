package org.rapporteur.extraction;

/** What a piece of text is in its document. */
public enum BlockKind {
    HEADING,
    PARAGRAPH,
    LIST_ITEM,
    /** the headings of the columns of the rows that follow */
    TABLE_HEAD,
    TABLE_ROW,
    /** a footnote or endnote, after the paragraph that refers to it */
    NOTE
}
