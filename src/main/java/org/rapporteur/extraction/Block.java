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
 */
public record Block(BlockKind kind, int level, @Nullable Integer page, @Nullable String label, String text) {

    public Block {
        if (text.isBlank() || text.indexOf('\n') >= 0 || !StorableText.is(text)) {
            throw new IllegalArgumentException("a block is one line with text, not '" + text + "'");
        }
    }
}
