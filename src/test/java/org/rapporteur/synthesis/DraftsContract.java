package org.rapporteur.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
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
import org.rapporteur.call.Calls;
import org.rapporteur.country.CountryCode;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.Stores;

/** What the store of drafts promises on every database. */
abstract class DraftsContract {

    private static final CountryCode KOREA = new CountryCode("KOR");
    private static final CountryCode NORWAY = new CountryCode("NOR");
    private static final String TEXT = "The fund pays late. It pays only when the work is done.";

    private Drafts drafts;
    private Rows rows;
    private Call call;
    private long passage;

    abstract DataSource database();

    @BeforeEach
    void open() {
        rows = new Rows(database());
        Calls calls = CallContents.store(rows);
        call = CallContents.imported(calls);
        long delivery = rows.delivery(call.id());
        long part = rows.part(call.id(), delivery);
        rows.submission(call.id(), delivery, part);
        long other = rows.delivery(call.id());
        rows.submission(call.id(), other, rows.part(call.id(), other));
        passage = rows.passage(call.id(), rows.extraction(call.id(), part), TEXT);
        drafts = new Drafts(rows.jdbc(), rows.transaction(), AuditTrails.on(rows.jdbc(), Clock.systemUTC()),
                new StoredDrafts(rows.jdbc(), calls));
    }

    @Test
    void everythingGetsAKeyAndNothingElseChanges() {
        Draft kept = drafts.add("synthesis", Actor.MACHINE, draft());

        Statement statement = kept.chapters().getFirst().sections().getFirst().statements().getFirst();
        assertThat(statement.id()).isPositive();
        assertThat(statement.text()).isEqualTo("Korea ties grants to conditions.");
        assertThat(statement.evidence().getFirst().id()).isPositive();
        assertThat(kept.papers()).isEqualTo(draft().papers());
    }

    @Test
    void whatWasKeptIsWhatIsRead() {
        Draft kept = drafts.add("synthesis", Actor.MACHINE, draft());

        assertThat(drafts.find(kept.id())).contains(kept);
        assertThat(drafts.find(kept.id() + 1)).isEmpty();
    }

    @Test
    void theLatestDraftIsThatOfTheReport() {
        drafts.add("synthesis", Actor.MACHINE, draft());
        Draft later = drafts.add("synthesis", Actor.MACHINE, draft());
        drafts.add("outline", Actor.MACHINE, draft());

        assertThat(drafts.latest(call.id(), "synthesis")).contains(later);
        assertThat(drafts.latest(call.id(), "summary")).isEmpty();
        assertThat(drafts.of(call.id())).hasSize(3);
    }

    @Test
    void aDraftKeepsWhichRevisionsItReadAndWhichItExcludedAndWhy() {
        drafts.add("synthesis", Actor.MACHINE, draft());

        assertThat(rows.jdbc().sql("SELECT r.ordinal || ' ' || p.is_read || ' ' || COALESCE(p.excluded, '-') FROM draft_paper p "
                + "JOIN revision r ON r.id = p.revision_id ORDER BY p.ordinal").query(String.class).list())
                .extracting(row -> row.toLowerCase(Locale.ROOT)).containsExactly("1 true -", "1 false unnamed");
    }

    @Test
    void draftsOfAReportAreCounted() {
        assertThat(drafts.add("synthesis", Actor.MACHINE, draft()).ordinal()).isEqualTo(1);
        assertThat(drafts.add("synthesis", Actor.MACHINE, draft()).ordinal()).isEqualTo(2);
        assertThat(drafts.add("outline", Actor.MACHINE, draft()).ordinal()).isEqualTo(1);
    }

    @Test
    void aQuotationIsKeptWithItsPlaceInThePassage() {
        drafts.add("synthesis", Actor.MACHINE, draft());

        assertThat(drafts.evidence(call.id())).extracting(Drafts.Stored::quotation)
                .containsExactly(null, "It pays only when the work is done.");
        Drafts.Stored quoted = drafts.evidence(call.id()).getLast();
        assertThat(TEXT.substring(quoted.start(), quoted.end())).isEqualTo(quoted.quotation());
        assertThat(quoted.text()).isEqualTo(Sha256.of(TEXT));
    }

    @Test
    void theThreeSlotsThatPeopleWriteAreKeptEmpty() {
        drafts.add("synthesis", Actor.MACHINE, draft());

        assertThat(rows.jdbc().sql("SELECT code FROM section WHERE kind = 'slot' ORDER BY ordinal").query(String.class).list())
                .containsExactly("summary", "conclusions", "recommendations");
    }

    @Test
    void draftingIsAnActInTheAudit() {
        drafts.add("synthesis", new Actor("anna"), draft());

        assertThat(rows.jdbc().sql("SELECT actor || ' ' || act || ' ' || subject FROM audit WHERE act = 'draft'").query(String.class).list())
                .containsExactly("anna draft synthesis 1");
    }

    private Draft draft() {
        Statement count = new Statement(0, 1, "count", "conditional-grants", "Korea ties grants to conditions.", 1, 1, List.of(KOREA),
                List.of(evidence(null)));
        Statement quotation = new Statement(0, 1, "quotation", "conditional-grants", "Korea writes:", null, null, List.of(KOREA),
                List.of(evidence("It pays only when the work is done.")));
        return new Draft(0, call, 1, Locale.ENGLISH, Instant.parse("2004-08-20T10:00:00Z"), 1,
                List.of(new Draft.Chapter("incentives", "Incentives", List.of(new Draft.Section("funding", "Funding", "Who pays?",
                        List.of(count, quotation))))),
                List.of(new Draft.Marks(KOREA, List.of(Draft.Mark.IN_PLACE)), new Draft.Marks(NORWAY, List.of(Draft.Mark.NO_PAPER))),
                papers());
    }

    /** One paper that was read and one that must not be named. */
    private List<Draft.Paper> papers() {
        List<Revision> inForce = Stores.submissions(rows).inForce(call.id());
        Revision read = inForce.getFirst();
        Revision unnamed = inForce.getLast();
        return List.of(
                new Draft.Paper(read.id(), read.submission().number().value(), 1, List.of(KOREA), List.of("en", "fr"), 1, read.acceptedAt(), null),
                new Draft.Paper(unnamed.id(), unnamed.submission().number().value(), 1, List.of(KOREA), List.of(), 0, unnamed.acceptedAt(),
                        Exclusion.UNNAMED));
    }

    private Evidence evidence(String quotation) {
        return new Evidence(0, passage, KOREA, "Korea, para. 12", "MCH-2004-KOR-001", quotation, "en", TEXT);
    }
}
