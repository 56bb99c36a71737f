package org.rapporteur.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rapporteur.coding.Cue;
import org.rapporteur.search.PassageQuery;

class SisterWordsTest {

    @Test
    void ofAChoiceEachWayIsAQuery() {
        assertThat(SisterWords.of(List.of(Cue.of("fonds (central|interministériel)")))).extracting(SisterWords.Way::query)
                .containsExactly(new PassageQuery.Phrase("fonds central", 0), new PassageQuery.Phrase("fonds interministériel", 0));
        assertThat(SisterWords.of(List.of(Cue.of("subvention conditionn* ~4"), Cue.of("cofinanc*"), Cue.of("amende")))).extracting(SisterWords.Way::query)
                .containsExactly(new PassageQuery.Near(List.of("subvention", "conditionn*"), 4), new PassageQuery.Pattern("cofinanc*"), new PassageQuery.Word("amende"));
    }

    @Test
    void ofManyWaysTheFirstAreTaken() {
        assertThat(SisterWords.of(List.of(Cue.of("(a|b|c|d) (e|f|g|h)")))).hasSize(6);
    }
}
