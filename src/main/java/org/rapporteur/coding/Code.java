package org.rapporteur.coding;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of the codebook.
 *
 * @param id its short name
 * @param kind what it is
 * @param parent the theme of a question, the question of a code; empty for all others
 * @param name as printed
 * @param definition what it means; may be empty
 * @param use what it is for, for coders; may be empty
 * @param not what it is not for, for coders; may be empty
 * @param question what is asked, for questions
 * @param instrument the kind of means a code stands for, where it is one
 * @param asked whether the guidelines asked countries about it
 * @param threshold score from which a coding of the machine counts, 0 to 1
 * @param finding the phrase that finishes a sentence, written by a person
 * @param cues by language; may be empty
 * @param unless negative contexts by language; where one stands over a cue, the cue does not count
 */
public record Code(CodeId id, CodeKind kind, Optional<CodeId> parent, Names name, String definition, String use, String not,
        Optional<Instrument> instrument, Optional<Names> question, boolean asked, double threshold, Optional<Finding> finding,
        Map<String, List<Cue>> cues, Map<String, List<Cue>> unless) {

    public Code {
        cues = Map.copyOf(cues);
        unless = Map.copyOf(unless);
        if (threshold < 0 || threshold > 1) {
            throw new IllegalArgumentException("a threshold is from 0 to 1, not " + threshold);
        }
    }

    /**
     * "Norway <i>ties grants to conditions</i>", "Nine countries <i>tie grants to conditions</i>".
     *
     * @param practice whether it names something done, which may also be proposed, ended or rejected; false for what is only
     *     observed, such as resistance
     */
    public record Finding(String one, String many, boolean practice) {}
}
