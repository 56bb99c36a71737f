package org.rapporteur.report;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapporteur.passage.Quotation;

/**
 * The text of a source, as it stands in a file: with a mark at its beginning or not, and with line ends of any kind.
 *
 * @param raw as it stands in the file; empty where it could not be read
 * @param fault why it could not be read; null where it could
 */
record SourceText(String raw, @Nullable String fault) {

    private static final char MARK = '\uFEFF';

    /**
     * How a program counts positions. The standard counts every code point of the file; programs that have the text in a window of
     * their own count a line end once, and no mark.
     */
    record Counting(boolean mark, boolean lineEndTwice) {

        private static final List<Counting> LIKELIEST_FIRST = List.of(new Counting(false, true), new Counting(false, false),
                new Counting(true, true), new Counting(true, false));
    }

    static SourceText of(String text) {
        return new SourceText(text, null);
    }

    static SourceText unreadable(String fault) {
        return new SourceText("", fault);
    }

    static SourceText decoded(byte[] bytes) {
        boolean utf16 = bytes.length > 1 && ((bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF || (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE);
        try {
            return of((utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8).newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException broken) {
            return unreadable("its text is not UTF-8, as the standard wants it");
        }
    }

    /** Without a mark, line ends as {@code \n}. */
    String text() {
        return unified(raw.isEmpty() || raw.charAt(0) != MARK ? raw : raw.substring(1));
    }

    static String unified(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /**
     * Where the positions of the file stand in {@link #text}, UTF-16 code units; the last is its end. Of the ways to count, the one by
     * which most selections begin with the words that they are called by.
     */
    int[] offsets(List<RefiProject.Selection> selections) {
        boolean plain = raw.indexOf('\r') < 0 && (raw.isEmpty() || raw.charAt(0) != MARK);
        String text = text();
        return (plain ? Stream.of(Counting.LIKELIEST_FIRST.getFirst()) : Counting.LIKELIEST_FIRST.stream()).map(this::offsets)
                .min(Comparator.comparingLong(offsets -> -selections.stream().filter(selection -> isCalledByItsWords(selection, text, offsets)).count()))
                .orElseThrow();
    }

    private int[] offsets(Counting counting) {
        int[] offsets = new int[raw.codePointCount(0, raw.length()) + 1];
        int position = 0;
        int offset = 0;
        for (int i = 0; i < raw.length(); i += Character.charCount(raw.codePointAt(i))) {
            boolean mark = i == 0 && raw.charAt(0) == MARK;
            boolean firstOfTwo = raw.charAt(i) == '\r' && i + 1 < raw.length() && raw.charAt(i + 1) == '\n';
            if (mark && counting.mark() || firstOfTwo && counting.lineEndTwice() || !mark && !firstOfTwo) {
                offsets[position++] = offset;
            }
            offset += mark || firstOfTwo ? 0 : Character.charCount(raw.codePointAt(i));
        }
        offsets[position] = offset;
        return Arrays.copyOf(offsets, position + 1);
    }

    private static boolean isCalledByItsWords(RefiProject.Selection selection, String text, int[] offsets) {
        String words = Quotation.fold(selection.name()).replaceFirst("(…|\\.{3})$", "");
        return !words.isEmpty() && stretch(selection, offsets).map(stretch -> Quotation.fold(text.substring(stretch.start(), stretch.end())))
                .filter(said -> said.startsWith(words)).isPresent();
    }

    /** The stretch of {@link #text} that is selected; empty where the text has no such positions. */
    static Optional<Stretch> stretch(RefiProject.Selection selection, int[] offsets) {
        boolean within = 0 <= selection.start() && selection.start() < selection.end() && selection.end() < offsets.length;
        return within ? Optional.of(new Stretch(offsets[selection.start()], offsets[selection.end()])) : Optional.empty();
    }

    /**
     * A stretch of a text.
     *
     * @param start 0-based offset, UTF-16 code units
     * @param end after its last character
     */
    record Stretch(int start, int end) {}
}
