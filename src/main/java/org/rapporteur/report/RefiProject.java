package org.rapporteur.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A REFI-QDA project, as far as it is about codings on text.
 *
 * @param name as people call it
 * @param origin the program that wrote it; may be empty
 * @param owner guid of the user who made it; may be empty
 * @param users names by guid, in order
 * @param codes the top of its codebook
 * @param sources its texts, those of PDF files, pictures and recordings too
 * @param passedOver what else it holds, as sentences
 */
record RefiProject(String name, String origin, String owner, Map<String, String> users, List<RefiCode> codes, List<Source> sources,
        List<String> passedOver) {

    RefiProject {
        codes = List.copyOf(codes);
        sources = List.copyOf(sources);
        passedOver = List.copyOf(passedOver);
    }

    /**
     * A text.
     *
     * @param guid its identity
     * @param name as people call it
     * @param description may be empty
     * @param variables texts by the name of the variable, in order
     * @param text where it was found, and what it says
     * @param selections the stretches that something stands on
     * @param codings on the whole of it
     */
    record Source(String guid, String name, String description, Map<String, String> variables, SourceText text, List<Selection> selections,
            List<Coding> codings) {

        Source {
            selections = List.copyOf(selections);
            codings = List.copyOf(codings);
        }
    }

    /**
     * A stretch of a text.
     *
     * @param guid its identity
     * @param name as people call it, mostly its first words; may be empty
     * @param description may be empty
     * @param start 0-based position of its first character, Unicode code points in the text as it stands in the file
     * @param end position after its last character
     * @param codings on it
     */
    record Selection(String guid, String name, String description, int start, int end, List<Coding> codings) {

        Selection {
            codings = List.copyOf(codings);
        }
    }

    /**
     * A code on something.
     *
     * @param guid its identity
     * @param code guid of the code
     * @param user guid of the coder; may be empty
     * @param at when; empty where it is not told
     * @param note what the coder wrote about it; may be empty
     */
    record Coding(String guid, String code, String user, Optional<Instant> at, String note) {}
}
