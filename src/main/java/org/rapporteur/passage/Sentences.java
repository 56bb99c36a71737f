package org.rapporteur.passage;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sentences of a stretch of text, found by the JDK's rules for the language. */
public final class Sentences {

    private Sentences() {}

    /** Offsets into a text, UTF-16 code units; {@code end} is after the last. */
    public record Span(int start, int end) {

        public Span {
            if (start < 0 || end < start) {
                throw new IllegalArgumentException("a span runs from start to end, not " + start + " to " + end);
            }
        }
    }

    /** The sentences between two offsets, without the white space around them; none for blank text. */
    public static List<Span> of(String text, int start, int end, Locale language) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(language);
        breaks.setText(text.substring(start, end));
        List<Span> spans = new ArrayList<>();
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            Span span = stripped(text, start + from, start + to);
            if (span.end() > span.start()) {
                spans.add(span);
            }
        }
        return spans;
    }

    /** Neighbouring sentences packed into pieces of about equal length, none over {@code most} words unless one sentence is. */
    static List<Span> pack(String text, int start, int end, Locale language, int most) {
        int total = words(text, start, end);
        int pieces = (total + most - 1) / most;
        int aim = (total + pieces - 1) / pieces;
        List<Span> packed = new ArrayList<>();
        Span open = null;
        for (Span sentence : of(text, start, end, language)) {
            boolean full = open != null && words(text, open.start(), open.end()) >= aim
                    || open != null && words(text, open.start(), sentence.end()) > most;
            if (open != null && full) {
                packed.add(open);
                open = sentence;
            } else {
                open = open == null ? sentence : new Span(open.start(), sentence.end());
            }
        }
        if (open != null) {
            packed.add(open);
        }
        return packed;
    }

    private static Span stripped(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Span(from, to);
    }

    private static int words(String text, int start, int end) {
        return text.substring(start, end).strip().split("\\s+").length;
    }
}
