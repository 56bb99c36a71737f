package org.rapporteur.extraction;

import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rapporteur.Rows;

/** Makes texts for tests that care only about how like they are. */
public final class Texts {

    private Texts() {}

    public static Extractions store(Rows rows) {
        return new Extractions(rows.jdbc(), Clock.systemUTC());
    }

    /** A hundred words that are always the same for a topic, and unlike those of every other. */
    public static String about(String topic) {
        Random random = new Random(topic.hashCode());
        return IntStream.range(0, 100).mapToObj(word -> topic + Integer.toString(random.nextInt(600), 36).replaceAll("\\d", "x"))
                .collect(Collectors.joining(" "));
    }

    public static Reading.Text text(String language, String... paragraphs) {
        return new Reading.Text("text/plain", null, language, blocks(paragraphs));
    }

    public static Extraction extraction(String language, String... paragraphs) {
        return new Extraction(1, 1, "text/plain", null, language, blocks(paragraphs));
    }

    private static List<Block> blocks(String... paragraphs) {
        return List.of(paragraphs).stream().map(paragraph -> new Block(BlockKind.PARAGRAPH, 0, null, null, paragraph)).toList();
    }
}
