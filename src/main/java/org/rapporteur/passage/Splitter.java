package org.rapporteur.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rapporteur.extraction.Block;
import org.rapporteur.extraction.BlockKind;

/**
 * Cuts blocks into passages that can be cited: {@value #FEWEST} to {@value #MOST} words as a rule. Short blocks go with those
 * that follow under the same heading, a list with its lead-in, a table by rows, with the headings of its columns in the path of those that are cut off from them; a note with its paragraph; long paragraphs are cut at sentences. Headings
 * are no passages but the path above them.
 */
public final class Splitter {

    static final int FEWEST = 30;
    static final int MOST = 250;

    /**
     * The passages of an extraction, in order; offsets count in {@link #text}.
     *
     * @param extraction the key that the passages carry
     * @param blocks as extracted; may be empty
     * @param language of the paper, ISO 639-1 or {@code und}; blocks may be in another
     */
    public List<Passage> split(long extraction, List<Block> blocks, String language) {
        String text = text(blocks);
        List<Passage> passages = new ArrayList<>();
        for (Run run : runs(blocks)) {
            for (Sentences.Span span : run.words() > MOST ? Sentences.pack(text, run.start(), run.end(), Locale.of(run.language(language)), MOST)
                    : List.of(new Sentences.Span(run.start(), run.end()))) {
                passages.add(new Passage(0, extraction, passages.size() + 1, run.locator(span), run.language(language),
                        text.substring(span.start(), span.end()), run.confidence()));
            }
        }
        return passages;
    }

    /** The text of an extraction: its blocks, one a line. */
    public static String text(List<Block> blocks) {
        return String.join("\n", blocks.stream().map(Block::text).toList());
    }

    private static List<Run> runs(List<Block> blocks) {
        List<@Nullable Integer> numbers = ParagraphNumbers.of(blocks);
        List<Run> runs = new ArrayList<>();
        HeadingPath path = new HeadingPath();
        Run open = null;
        int offset = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            path.pass(block);
            if (block.kind() == BlockKind.HEADING) {
                open = null;
            } else if (open != null && open.takes(block, numbers.get(i))) {
                open.add(block, numbers.get(i), offset);
            } else {
                open = new Run(path.headings(block));
                open.add(block, numbers.get(i), offset);
                runs.add(open);
            }
            offset += block.text().length() + 1;
        }
        return runs;
    }
}
