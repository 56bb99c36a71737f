package org.rapporteur.passage;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rapporteur.extraction.Block;
import org.rapporteur.extraction.BlockKind;

/** Blocks under one heading that make one passage, or several where they are too long. */
final class Run {

    /** a list or table is cut into passages of about this many words */
    private static final int LIST = 150;

    private final List<String> headings;
    private @Nullable Integer page;
    private @Nullable Integer firstNumber;
    private @Nullable Integer lastNumber;
    private @Nullable Block last;
    private @Nullable Integer confidence;
    /** words in languages other than that of the document */
    private final Map<String, Integer> foreign = new TreeMap<>();
    private int start = -1;
    private int end;
    private int words;

    Run(List<String> headings) {
        this.headings = headings;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    int words() {
        return words;
    }

    /** Whether a block goes into this run rather than into one of its own. */
    boolean takes(Block block, @Nullable Integer number) {
        int together = words + words(block.text());
        if (last == null || together > Splitter.MOST) {
            return false;
        }
        return words < Splitter.FEWEST || block.kind() == BlockKind.NOTE || together <= LIST && isUnder(block, number) && continues(last, block);
    }

    /** Whether a block belongs to the paragraph before it; where paragraphs are counted, items and rows have numbers of their own. */
    private boolean isUnder(Block block, @Nullable Integer number) {
        boolean counted = block.kind() != BlockKind.PARAGRAPH || last != null && last.text().endsWith(":");
        return Objects.equals(number, lastNumber) || counted && number != null && !ParagraphNumbers.begins(block, number);
    }

    void add(Block block, @Nullable Integer number, int offset) {
        if (start < 0) {
            start = offset;
            page = block.page();
            firstNumber = number;
        }
        end = offset + block.text().length();
        words += words(block.text());
        if (block.language() != null) {
            foreign.merge(block.language(), words(block.text()), Integer::sum);
        }
        if (block.confidence() != null) {
            confidence = confidence == null ? block.confidence() : Integer.valueOf(Math.min(confidence, block.confidence()));
        }
        lastNumber = number;
        last = block;
    }

    /** 0 to 100, of its least sure block; null where none was read by OCR. */
    @Nullable Integer confidence() {
        return confidence;
    }

    /** The language that most of its words are in. */
    String language(String document) {
        return foreign.entrySet().stream().max(Map.Entry.comparingByValue()).filter(most -> 2 * most.getValue() > words)
                .map(Map.Entry::getKey).orElse(document);
    }

    Locator locator(Sentences.Span span) {
        return new Locator(page, paragraph(), headings, span.start(), span.end());
    }

    private @Nullable String paragraph() {
        Integer first = firstNumber == null ? lastNumber : firstNumber;
        if (first == null || lastNumber == null) {
            return null;
        }
        return first.equals(lastNumber) ? first.toString() : first + "-" + lastNumber;
    }

    private static boolean continues(Block last, Block block) {
        return switch (block.kind()) {
            case LIST_ITEM -> last.kind() == BlockKind.LIST_ITEM || last.text().endsWith(":");
            case TABLE_HEAD -> last.text().endsWith(":");
            case TABLE_ROW -> last.kind() == BlockKind.TABLE_ROW || last.kind() == BlockKind.TABLE_HEAD || last.text().endsWith(":");
            case PARAGRAPH -> last.text().endsWith(":") || last.kind() == BlockKind.PARAGRAPH && words(block.text()) < Splitter.FEWEST;
            case HEADING, NOTE -> false;
        };
    }

    private static int words(String text) {
        return text.strip().split("\\s+").length;
    }
}
