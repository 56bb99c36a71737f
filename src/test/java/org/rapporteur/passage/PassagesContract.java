package org.rapporteur.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What the store of passages promises on every database. */
abstract class PassagesContract {

    private Passages passages;
    private Rows rows;
    private long call;
    private long delivery;
    private long part;
    private long extraction;
    private long submission;

    abstract DataSource database();

    @BeforeEach
    void open() {
        DataSource source = database();
        rows = new Rows(source);
        call = rows.call();
        delivery = rows.delivery(call);
        part = rows.part(call, delivery);
        extraction = rows.extraction(call, part);
        submission = rows.submission(call, delivery, part);
        passages = new Passages(rows.jdbc(), new NamedParameterJdbcTemplate(source));
    }

    @Test
    void aPassageComesBackWithItsPlace() {
        passages.add(call, List.of(passage(1, 0, 20)));

        assertThat(passages.of(List.of(extraction))).singleElement().satisfies(kept -> {
            assertThat(kept.locator()).isEqualTo(new Locator(3, "12", List.of("Paper", "Incentives"), 0, 20));
            assertThat(kept.text()).isEqualTo("twenty characters ok");
        });
    }

    @Test
    void thePassageKeepsItsIdentityWhenThePaperIsSplitAgain() {
        passages.add(call, List.of(passage(1, 0, 20)));
        long before = passages.of(List.of(extraction)).getFirst().id();

        passages.add(call, List.of(passage(1, 0, 20), passage(2, 21, 41)));

        assertThat(passages.of(List.of(extraction))).hasSize(2).first().extracting(Passage::id).isEqualTo(before);
    }

    @Test
    void itIsCitedByItsCountry() {
        passages.add(call, List.of(passage(1, 0, 20)));

        CitedPassage cited = passages.inForce(call).getFirst();

        assertThat(cited.citation(Locale.ENGLISH)).isEqualTo("Korea, para. 12");
        assertThat(passages.find(cited.passage().id())).contains(cited);
    }

    @Test
    void whatALaterRevisionLeavesOutIsNoLongerInForceAndStaysCitable() {
        passages.add(call, List.of(passage(1, 0, 20)));
        long id = passages.inForce(call).getFirst().passage().id();

        rows.revision(call, submission, 2, rows.delivery(call), rows.part(call, delivery));

        assertThat(passages.inForce(call)).isEmpty();
        assertThat(passages.find(id)).map(CitedPassage::inForce).contains(false);
    }

    @Test
    void whatALaterRevisionCarriesOnStaysInForce() {
        passages.add(call, List.of(passage(1, 0, 20)));

        rows.revision(call, submission, 2, rows.delivery(call), part);

        assertThat(passages.inForce(call)).singleElement().extracting(CitedPassage::revision).isEqualTo(2);
    }

    @Test
    void theStricterRuleOfPaperAndPassageHolds() {
        passages.add(call, List.of(passage(1, 0, 20)));
        rows.jdbc().sql("UPDATE submission SET access = 'RESTRICTED'").update();
        rows.jdbc().sql("UPDATE passage SET attribution = 'UNNAMED'").update();

        CitedPassage cited = passages.inForce(call).getFirst();

        assertThat(cited.access()).isEqualTo(Access.RESTRICTED);
        assertThat(cited.attribution()).isEqualTo(Attribution.UNNAMED);
    }

    private Passage passage(int ordinal, int start, int end) {
        return new Passage(0, extraction, ordinal, new Locator(3, "12", List.of("Paper", "Incentives"), start, end), "en",
                "twenty characters ok");
    }
}
