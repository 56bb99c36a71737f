package org.rapporteur.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a part as one version of the extractor read it; never changed.
 *
 * @param id its key in the database
 * @param part the part that was read
 * @param mediaType as found by its content
 * @param pages how many were read; null where the format has none
 * @param language ISO 639-1, or {@code und}
 * @param blocks in order; never empty
 * @param declared how many pages the file says it has, where not all of them could be read; null where it is whole
 */
public record Extraction(long id, long part, String mediaType, @Nullable Integer pages, String language, List<Block> blocks,
        @Nullable Integer declared) {

    public Extraction {
        blocks = List.copyOf(blocks);
    }

    /** Of a file that is whole. */
    public Extraction(long id, long part, String mediaType, @Nullable Integer pages, String language, List<Block> blocks) {
        this(id, part, mediaType, pages, language, blocks, null);
    }
}
