package org.rapporteur.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Status;
import org.rapporteur.country.CountryCode;

class MarksTest {

    @Test
    void aCellCountsItsPassagesOnceAndTellsWhatTheySay() {
        Marks marks = new Marks(List.of(new Results.Count("incentives|kor|trial|none", 1), new Results.Count("incentives|kor", 3),
                new Results.Count("incentives|kor|in-place|success", 3), new Results.Count("partnership|kor", 1)));

        assertThat(marks.of(new CodeId("incentives"), new CountryCode("KOR"))).isEqualTo(new Marks.Cell(3,
                List.of(new Marks.Said(Status.IN_PLACE, Outcome.SUCCESS, 3), new Marks.Said(Status.TRIAL, Outcome.NONE, 1))));
        assertThat(marks.of(new CodeId("incentives"), new CountryCode("NOR")).passages()).isZero();
    }
}
