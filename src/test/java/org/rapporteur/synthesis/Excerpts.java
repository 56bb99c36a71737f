package org.rapporteur.synthesis;

import java.util.List;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.EffectiveCoding;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Status;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Locator;
import org.rapporteur.passage.Passage;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.SubmissionNumber;

/** Makes excerpts for tests. */
final class Excerpts {

    private static long made;

    private Excerpts() {}

    static Excerpt of(String country, String code, String text) {
        return of(country, code, text, text, Status.IN_PLACE);
    }

    /** @param cue that fired, words of the text */
    static Excerpt of(String country, String code, String text, String cue, Status status) {
        return new Excerpt(cited(country, text, DocumentRole.MAIN, Access.PUBLIC, Attribution.NAMED),
                new EffectiveCoding(made, new CodeId(code), false, 0.5, status, Outcome.NONE, cue, text.indexOf(cue),
                        text.indexOf(cue) + cue.length(), ""));
    }

    static CitedPassage cited(String country, String text, DocumentRole role, Access access, Attribution attribution) {
        Passage passage = new Passage(++made, 1, 1, new Locator(null, "4", List.of(), 0, text.length()), "en", text);
        return new CitedPassage(passage, new SubmissionNumber("MCH-2004-" + country + "-001"), 1, true, role,
                passage.language(), List.of(new CountryCode(country)), access, attribution);
    }
}
