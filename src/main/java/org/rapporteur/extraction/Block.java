package org.rapporteur.extraction;

import org.jspecify.annotations.Nullable;

/**
 * One piece of text of a document.
 *
 * @param kind what it is
 * @param level 1 to 6 for headings, depth from 1 for list items, else 0
 * @param page 1-based; null where the format has no pages
 * @param label number or bullet of an automatically numbered paragraph ("12."); null where it has none
 * @param text one line, white space collapsed, never blank, without U+0000 and lone surrogates
 * @param language ISO 639-1, where it is clearly in another language than the document; null where it is not
 */
public record Block(BlockKind kind, int level, @Nullable Integer page, @Nullable String label, String text, @Nullable String language) {

    public Block {
        if (text.isBlank() || text.indexOf('\n') >= 0 || !StorableText.is(text)) {
            throw new IllegalArgumentException("a block is one line with text, not '" + text + "'");
        }
    }

    /** A block of which nobody has asked in which language it is. */
    public Block(BlockKind kind, int level, @Nullable Integer page, @Nullable String label, String text) {
        this(kind, level, page, label, text, null);
    }

    Block as(BlockKind other) {
        return new Block(other, level, page, label, text, language);
    }

    Block in(String other) {
        return new Block(kind, level, page, label, text, other);
    }
}
