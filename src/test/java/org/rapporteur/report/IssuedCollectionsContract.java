package org.rapporteur.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrails;
import org.rapporteur.call.Call;
import org.rapporteur.call.CallContents;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.Stores;
import org.springframework.dao.DuplicateKeyException;

/** What the store of issued collections promises on every database. */
abstract class IssuedCollectionsContract {

    private static final Sha256 DOCUMENT = new Sha256(Rows.SHA256);

    private Rows rows;
    private Call call;
    private IssuedCollections issued;

    abstract DataSource database();

    @BeforeEach
    void open() {
        rows = new Rows(database());
        call = CallContents.imported(CallContents.store(rows));
        long delivery = rows.delivery(call.id());
        rows.submission(call.id(), delivery, rows.part(call.id(), delivery));
        issued = new IssuedCollections(rows.jdbc(), rows.transaction(), AuditTrails.on(rows.jdbc(), Clock.systemUTC()));
    }

    @Test
    void whatWasIssuedIsFoundByItsNumber() {
        IssuedCollections.Issued kept = issued.add(collection(Edition.PUBLIC, 1), DOCUMENT, Actor.MACHINE);

        assertThat(issued.find(call.id(), Edition.PUBLIC, 1)).contains(kept);
        assertThat(issued.find(call.id(), Edition.INTERNAL, 1)).isEmpty();
        assertThat(kept.document()).isEqualTo(DOCUMENT);
        assertThat(kept.language()).isEqualTo(Locale.FRENCH);
        assertThat(kept.issuedAt().toInstant()).isEqualTo(Collections.AT);
    }

    @Test
    void eachEditionIsNumberedByItself() {
        issued.add(collection(Edition.PUBLIC, 1), DOCUMENT, Actor.MACHINE);
        issued.add(collection(Edition.PUBLIC, 2), DOCUMENT, Actor.MACHINE);

        assertThat(issued.next(call.id(), Edition.PUBLIC)).isEqualTo(3);
        assertThat(issued.next(call.id(), Edition.INTERNAL)).isEqualTo(1);
        assertThat(issued.of(call.id())).extracting(IssuedCollections.Issued::ordinal).containsExactly(1, 2);
    }

    @Test
    void itKeepsWhichRevisionsItHoldsWhateverComesLater() {
        IssuedCollections.Issued kept = issued.add(collection(Edition.INTERNAL, 1), DOCUMENT, Actor.MACHINE);
        Revision held = Stores.submissions(rows).inForce(call.id()).getFirst();
        long delivery = rows.delivery(call.id());
        rows.revision(call.id(), held.submission().id(), 2, delivery, rows.part(call.id(), delivery));

        assertThat(issued.papers(kept.id())).containsExactly(new IssuedCollections.Paper(held.id(), 1, held.submission().number().value()));
    }

    @Test
    void aNumberIsGivenOnce() {
        issued.add(collection(Edition.PUBLIC, 1), DOCUMENT, Actor.MACHINE);

        assertThatThrownBy(() -> issued.add(collection(Edition.PUBLIC, 1), DOCUMENT, Actor.MACHINE)).isInstanceOf(DuplicateKeyException.class);
        assertThat(issued.of(call.id())).hasSize(1);
    }

    @Test
    void issuingIsAnActInTheAudit() {
        issued.add(collection(Edition.PUBLIC, 1), DOCUMENT, new Actor("anna"));

        assertThat(rows.jdbc().sql("SELECT actor || ' ' || act || ' ' || subject FROM audit WHERE act = 'collection-issued'").query(String.class).list())
                .containsExactly("anna collection-issued public 1");
    }

    private Collection collection(Edition edition, int ordinal) {
        List<CollectedPaper> papers = Stores.submissions(rows).inForce(call.id()).stream().map(revision -> new CollectedPaper(revision.id(),
                revision.submission().number(), revision.ordinal(), revision.submission().countries(), revision.acceptedAt(), List.of(), List.of())).toList();
        return new Collection(call, edition, Locale.FRENCH, Collections.AT, ordinal, papers, List.of(), List.of());
    }
}
