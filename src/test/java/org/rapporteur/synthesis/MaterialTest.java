package org.rapporteur.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.EffectiveCoding;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Status;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.rapporteur.submission.DocumentRole;

class MaterialTest {

    private static final CodeId CODE = new CodeId("grants");

    @Test
    void whatMustNotBeQuotedAndWhatIsSaidTwiceIsLeftOut() {
        CitedPassage open = Excerpts.cited("KOR", "open", DocumentRole.MAIN, Access.PUBLIC, Attribution.NAMED);
        CitedPassage annex = Excerpts.cited("KOR", "annex", DocumentRole.ANNEX, Access.PUBLIC, Attribution.NAMED);

        Material material = material(open, annex,
                Excerpts.cited("KOR", "restricted", DocumentRole.MAIN, Access.RESTRICTED, Attribution.NAMED),
                Excerpts.cited("KOR", "unnamed", DocumentRole.MAIN, Access.PUBLIC, Attribution.UNNAMED),
                Excerpts.cited("KOR", "not for quotation", DocumentRole.MAIN, Access.PUBLIC, Attribution.NOT_FOR_QUOTATION),
                Excerpts.cited("KOR", "traduction", DocumentRole.LANGUAGE_VERSION, Access.PUBLIC, Attribution.NAMED));

        assertThat(material.under(CODE)).extracting(Excerpt::cited).containsExactlyInAnyOrder(open, annex);
    }

    @Test
    void aPaperOfWhichNothingMayBeUsedIsNotReadAndSaysWhy() {
        CitedPassage open = Excerpts.cited("KOR", "open", DocumentRole.MAIN, Access.PUBLIC, Attribution.NAMED);
        CitedPassage unnamed = Excerpts.cited("NOR", "unnamed", DocumentRole.MAIN, Access.PUBLIC, Attribution.UNNAMED);
        CitedPassage restricted = Excerpts.cited("NOR", "restricted", DocumentRole.MAIN, Access.RESTRICTED, Attribution.UNNAMED);

        Material material = material(open, unnamed, restricted);

        assertThat(material.papersRead()).isEqualTo(1);
        assertThat(material.exclusion(restricted.submission())).contains(Exclusion.RESTRICTED);
        assertThat(material.exclusion(open.submission())).isEmpty();
        assertThat(material.of(restricted.submission())).isEmpty();
    }

    private static Material material(CitedPassage... passages) {
        Map<Long, List<EffectiveCoding>> codings = Stream.of(passages).collect(Collectors.toMap(cited -> cited.passage().id(), cited ->
                List.of(new EffectiveCoding(cited.passage().id(), CODE, false, 0.5, Status.IN_PLACE, Outcome.NONE, "cue", 0, 1, ""))));
        return Material.of(List.of(passages), codings);
    }
}
