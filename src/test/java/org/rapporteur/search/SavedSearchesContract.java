package org.rapporteur.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrails;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What kept searches promise on every database. */
abstract class SavedSearchesContract {

    private static final Actor ANNA = new Actor("anna");
    private static final Actor RUTH = new Actor("ruth");

    private SavedSearches searches;
    private long call;

    abstract DataSource database();

    @BeforeEach
    void open() {
        DataSource database = database();
        Rows rows = new Rows(database);
        searches = new SavedSearches(rows.jdbc(), new NamedParameterJdbcTemplate(database), rows.transaction(),
                AuditTrails.on(rows.jdbc(), Clock.systemUTC()), Clock.systemUTC());
        call = rows.call();
    }

    @Test
    void ofEachPersonOneSearchHasAName() {
        assertThat(searches.add(call, "Grants", "q=grant", false, ANNA)).isPresent();
        assertThat(searches.add(call, " grants ", "q=other", false, ANNA)).isEmpty();
        assertThat(searches.add(call, "Grants", "q=grant*", false, RUTH)).isPresent();

        assertThat(searches.of(call, ANNA)).extracting(SavedSearch::address).containsExactly("q=grant");
    }

    @Test
    void othersSeeWhatIsSharedAndChangeNothing() {
        long id = searches.add(call, "Grants", "q=grant", false, ANNA).orElseThrow();
        assertThat(searches.find(call, id, RUTH)).isEmpty();

        searches.share(id, true, ANNA);

        assertThat(searches.sharedWith(call, RUTH)).extracting(SavedSearch::id).containsExactly(id);
        assertThat(searches.share(id, false, RUTH) || searches.alert(id, true, RUTH) || searches.remove(id, RUTH)).isFalse();
        assertThat(searches.find(call, id, RUTH)).isPresent();
    }

    @Test
    void whatIsRemovedComesBack() {
        long id = searches.add(call, "Grants", "q=grant", true, ANNA).orElseThrow();

        assertThat(searches.remove(id, ANNA)).isTrue();
        assertThat(searches.remove(id, ANNA)).isFalse();
        assertThat(searches.of(call, ANNA)).isEmpty();
        assertThat(searches.sharedWith(call, RUTH)).isEmpty();
        assertThat(searches.bringBack(id, ANNA)).isTrue();
        assertThat(searches.of(call, ANNA)).hasSize(1);
    }

    @Test
    void theSameWordsOfALaterRevisionAreNotNew() {
        long id = searches.add(call, "Grants", "q=grant", false, ANNA).orElseThrow();
        searches.alert(id, true, ANNA);
        searches.know(id, List.of(hit(1, "MCH-2004-KOR-001", "A grant.")));

        assertThat(searches.fresh(id, List.of(hit(9, "MCH-2004-KOR-001", "A grant."), hit(10, "MCH-2004-KOR-001", "A second grant."),
                hit(11, "MCH-2004-NOR-001", "A grant.")))).extracting(Hit::passage).containsExactly(10L, 11L);
        assertThat(searches.withAlerts(call)).singleElement().satisfies(one -> assertThat(one.toldAt()).isNotNull());
    }

    private static Hit hit(long passage, String paper, String text) {
        return new Hit(passage, paper, "KOR", "Korea, para. 1", null, "1", "", "en", text, List.of(), List.of(), true, false, 1, List.of());
    }
}
