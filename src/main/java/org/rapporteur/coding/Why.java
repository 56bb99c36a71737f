package org.rapporteur.coding;

import java.util.List;
import java.util.Optional;

/**
 * Why the machine coded a passage as it did, or did not.
 *
 * @param cues every cue that stands in it, in the order of the text, also those that a negative context cancelled
 * @param judgements of the model, on every code that it knows; empty where there is none
 * @param codings what came of it, also what does not count
 * @param model version of the model; empty where there is none
 */
public record Why(List<Fired> cues, List<Judgement> judgements, List<Coding> codings, String model) {

    public Why {
        cues = List.copyOf(cues);
        judgements = List.copyOf(judgements);
        codings = List.copyOf(codings);
    }

    /**
     * A cue that stands in the passage.
     *
     * @param code that it points to
     * @param cue as written in the codebook
     * @param start where it stands, 0-based in the text of the passage, UTF-16 code units
     * @param end after its last character
     * @param cancelledBy the negative context over it, as written in the codebook
     */
    public record Fired(CodeId code, String cue, int start, int end, Optional<String> cancelledBy) {}

    /**
     * What the model says of a code.
     *
     * @param probability 0 to 1
     * @param threshold from which it counts
     * @param speaksFor words, the strongest first
     * @param speaksAgainst likewise
     */
    public record Judgement(CodeId code, double probability, double threshold, List<String> speaksFor, List<String> speaksAgainst) {

        public Judgement {
            speaksFor = List.copyOf(speaksFor);
            speaksAgainst = List.copyOf(speaksAgainst);
        }

        public boolean counts() {
            return probability >= threshold;
        }
    }
}
