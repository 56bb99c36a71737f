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
 * @param confidence 0 to 100, how sure OCR is of it; null where it was not read by OCR
 */
public record Block(BlockKind kind, int level, @Nullable Integer page, @Nullable String label, String text, @Nullable String language,
        @Nullable Integer confidence) {

    public Block {
        if (text.isBlank() || text.indexOf('\n') >= 0 || !StorableText.is(text)) {
            throw new IllegalArgumentException("a block is one line with text, not '" + text + "'");
        }
    }

    /** A block of which nobody has asked in which language it is. */
    public Block(BlockKind kind, int level, @Nullable Integer page, @Nullable String label, String text) {
        this(kind, level, page, label, text, null, null);
    }

    /** A block that was not read by OCR. */
    public Block(BlockKind kind, int level, @Nullable Integer page, @Nullable String label, String text, @Nullable String language) {
        this(kind, level, page, label, text, language, null);
    }

    /** The same with the confidence of what was added; of two the lower counts. */
    Block sure(@Nullable Integer other) {
        Integer lower = confidence == null ? other : other == null ? confidence : Integer.valueOf(Math.min(confidence, other));
        return new Block(kind, level, page, label, text, language, lower);
    }

    Block as(BlockKind other) {
        return new Block(other, level, page, label, text, language, confidence);
    }

    Block in(String other) {
        return new Block(kind, level, page, label, text, other, confidence);
    }
}
