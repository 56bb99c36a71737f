package org.rapporteur.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a part as one version of the extractor read it; never changed.
 *
 * @param id its key in the database
 * @param part the part that was read
 * @param mediaType as found by its content
 * @param pages how many the format declares; null where it has none
 * @param language ISO 639-1, or {@code und}
 * @param blocks in order; never empty
 */
public record Extraction(long id, long part, String mediaType, @Nullable Integer pages, String language, List<Block> blocks) {

    public Extraction {
        blocks = List.copyOf(blocks);
    }
}
