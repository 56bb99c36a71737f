package org.rapporteur.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapporteur.passage.Sentences;

/**
 * A passage found.
 *
 * @param passage its key
 * @param submission number of its paper
 * @param country code of the first country it stands for
 * @param citation as printed, in English
 * @param page null where it has none
 * @param paragraph null where it has none
 * @param headingPath headings above it, joined by an arrow; may be empty
 * @param language ISO 639-1
 * @param text the whole passage
 * @param themes short names of its themes
 * @param codes short names of its codes
 * @param inForce whether it is of the paper in force
 * @param restricted whether it may be seen by the secretariat alone
 * @param score of the search engine; comparable within one search
 * @param marks where the words searched for stand in the text
 */
public record Hit(long passage, String submission, String country, String citation, @Nullable Integer page, @Nullable String paragraph,
        String headingPath, String language, String text, List<String> themes, List<String> codes, boolean inForce, boolean restricted, double score, List<Sentences.Span> marks) {}
