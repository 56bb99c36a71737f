package org.rapporteur.desk;

import java.util.List;

/**
 * What a search of the desk found.
 *
 * @param total how many passages match
 * @param hits those of this page, the best first
 * @param themes every theme, in the order of the codebook
 * @param countries those of the passages that match, and those chosen, by name
 * @param notices a sentence for each thing that was not searched as it was asked
 */
record Found(long total, List<Hit> hits, List<Choice> themes, List<Choice> countries, List<String> notices) {

    Found {
        hits = List.copyOf(hits);
        themes = List.copyOf(themes);
        countries = List.copyOf(countries);
        notices = List.copyOf(notices);
    }

    /**
     * A value to filter by.
     *
     * @param value as it stands in the address
     * @param name as it is shown
     * @param passages how many there are, whatever else of its kind is chosen
     * @param chosen whether it is
     */
    record Choice(String value, String name, int passages, boolean chosen) {}

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
     */
    record Hit(long passage, String paper, String citation, String headingPath, String language, List<Piece> pieces,
            List<String> themes) {}
}
