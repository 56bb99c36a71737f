package org.rapporteur.desk;

import java.util.ArrayList;
import java.util.List;
import org.rapporteur.passage.Sentences.Span;

/**
 * A piece of a passage as it is shown.
 *
 * @param text verbatim, never empty
 * @param marked whether it matched
 */
record Piece(String text, boolean marked) {

    /**
     * Cuts a text where marks begin and end.
     *
     * @param marks in order; those outside of the text and those over others are passed over
     */
    static List<Piece> of(String text, List<Span> marks) {
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        for (Span mark : marks) {
            if (mark.start() >= done && mark.end() <= text.length()) {
                add(pieces, text.substring(done, mark.start()), false);
                add(pieces, text.substring(mark.start(), mark.end()), true);
                done = mark.end();
            }
        }
        add(pieces, text.substring(done), false);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, marked));
        }
    }
}
