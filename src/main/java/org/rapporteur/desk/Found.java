package org.rapporteur.desk;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a search of the desk found.
 *
 * @param total how many passages match
 * @param hits those of this page, in the order asked for
 * @param facets what can be chosen by
 * @param notices a sentence for each thing that was not searched as it was asked
 * @param notes a sentence for each thing that is to be known of what was found
 * @param meant what may have been meant, where nothing was found; null where nothing near is known
 * @param sister words of other languages for those typed; null where the codebook knows none
 * @param papers whose passages the hits are, of a search by paper; otherwise empty
 * @param paperTotal how many papers have any, of a search by paper; otherwise 0
 */
record Found(long total, List<Hit> hits, List<Facet> facets, List<String> notices, List<String> notes, @Nullable Meant meant,
        @Nullable Sister sister, List<Paper> papers, int paperTotal) {

    Found {
        hits = List.copyOf(hits);
        facets = List.copyOf(facets);
        notices = List.copyOf(notices);
        notes = List.copyOf(notes);
        papers = List.copyOf(papers);
    }

    /**
     * What is sought besides.
     *
     * @param code whose cues they are
     * @param words as they are looked for; empty where the visitor does not want them
     * @param address of the same search without them, or with them again
     */
    record Sister(String code, List<String> words, String address) {}

    /** The same with one thing more that is to be known of it. */
    Found saying(String note) {
        return new Found(total, hits, facets, notices, Stream.concat(notes.stream(), Stream.of(note)).toList(), meant, sister, papers, paperTotal);
    }

    /** What has to be gone through page by page: papers, or passages. */
    long entries() {
        return paperTotal > 0 ? paperTotal : total;
    }

    /**
     * A paper, how many of its passages are found, and the address of all of them.
     *
     * @param number of the paper
     * @param country the name of the first country it stands for
     */
    record Paper(String number, String country, long passages, String address) {}

    /** The hits of a paper, in their order. */
    public List<Hit> of(Paper paper) {
        return hits.stream().filter(hit -> hit.paper().equals(paper.number())).toList();
    }

    /** Other words, and the address of the search for them. */
    record Meant(String words, String address, long total) {}

    /**
     * A field to choose by.
     *
     * @param word as it stands in the address
     * @param name as it is shown
     * @param choices values, those first that the call has in an order, else those of the most passages
     * @param locked whether its choices stay when a search is begun again
     */
    record Facet(String word, String name, List<Choice> choices, boolean locked) {

        public long chosen() {
            return choices.stream().filter(choice -> choice.chosen() || choice.without()).count();
        }
    }

    /**
     * A value to choose.
     *
     * @param value as it stands in the address
     * @param name as it is shown
     * @param passages how many there are, whatever else of its kind is chosen
     * @param chosen whether it is asked for
     * @param without whether it is left out
     */
    record Choice(String value, String name, int passages, boolean chosen, boolean without) {}

    /**
     * A passage as it is shown.
     *
     * @param passage its key
     * @param paper number of its paper
     * @param citation "Korea, para. 12"
     * @param headingPath may be empty
     * @param language ISO 639-1, or {@code und}
     * @param pieces its text
     * @param themes their names; may be empty
     * @param codes names of those that are no themes; may be empty
     * @param restricted whether the secretariat alone sees it
     */
    record Hit(long passage, String paper, String citation, String headingPath, String language, List<Piece> pieces, List<String> themes, List<String> codes, boolean restricted) {}
}
