package org.rapporteur.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Databases;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrails;
import org.rapporteur.call.Call;
import org.rapporteur.call.CallContents;
import org.rapporteur.call.Calls;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Who repeats what went out with the call has said nothing yet. */
class RepeatedCallTest {

    private static final String SENT = "sentTexts:\n  - |\n    Annex to the letter of the secretariat\n    Describe one programme that was stopped, and tell what came of it.\n";
    private static final String ANSWER = "The register of farms was stopped in May, after two years, and its staff went to the statistics office.";
    private static final Actor ANNA = new Actor("anna");

    private Rows rows;
    private OwnWords ownWords;
    private Call call;
    private long extraction;

    @BeforeEach
    void open() {
        rows = new Rows(Databases.h2());
        Calls calls = CallContents.store(rows);
        call = CallContents.imported(calls, SENT);
        ownWords = new OwnWords(rows.jdbc(), new NamedParameterJdbcTemplate(rows.source()), PassageStores.on(rows), AuditTrails.on(rows.jdbc(), Clock.systemUTC()),
                rows.transaction(), Clock.systemUTC(), event -> { });
        long delivery = rows.delivery(call.id());
        long part = rows.part(call.id(), delivery);
        rows.submission(call.id(), delivery, part);
        extraction = rows.extraction(call.id(), part);
    }

    @Test
    void aQuestionThatWentOutIsNoAnswerAndWhatFollowsItIs() {
        long question = passage("Describe one programme that was stopped, and tell what came of it");
        long both = passage("Describe one programme that was stopped, and tell what came of it. " + ANSWER);

        assertThat(repeated(question, both)).containsExactly(question);
        assertThat(ownWords.noEvidence(call)).containsExactly(question);
        Borrowed asked = ownWords.of(List.of(extraction)).get(both);
        assertThat(asked.from()).isEqualTo(Borrowed.Source.CALL);
        assertThat(asked.stretches()).containsExactly(new Sentences.Span(0, 65));
        assertThat(asked.carries(13, 26)).as("one programme, in the question").isFalse();
        assertThat(asked.carries(68, 168)).as("the answer").isTrue();
    }

    @Test
    void whatOtherPapersSayTooIsSaidAllTheSame() {
        long answer = passage(ANSWER);
        for (String country : List.of("NOR", "SWE", "ISL")) {
            long delivery = rows.delivery(call.id());
            long part = rows.part(call.id(), delivery);
            rows.jdbc().sql("UPDATE submission_country SET country = :country WHERE submission_id = :id").param("country", country)
                    .param("id", rows.submission(call.id(), delivery, part)).update();
            rows.passage(call.id(), rows.extraction(call.id(), part), ANSWER);
        }

        assertThat(ownWords.noEvidence(call)).contains(answer);
        assertThat(ownWords.repeated(call, List.of(extraction))).isEmpty();
    }

    @Test
    void aPersonsWordHoldsHereToo() {
        long question = passage("Annex to the letter of the secretariat");
        assertThat(repeated(question)).containsExactly(question);

        ownWords.declare(question, ANNA);
        assertThat(ownWords.repeated(call, List.of(extraction))).isEmpty();
        ownWords.undo(question, ANNA);
        assertThat(repeated(question)).containsExactly(question);
    }

    /** Of these passages, those of which nothing is left. */
    private List<Long> repeated(long... passages) {
        Map<Long, Borrowed> repeated = ownWords.repeated(call, List.of(extraction));
        return LongStream.of(passages).filter(passage -> repeated.containsKey(passage) && repeated.get(passage).isNoEvidence()).boxed().toList();
    }

    /** In the middle of the paper, where nothing is taken for its cover. */
    private long passage(String text) {
        long made = rows.passage(call.id(), extraction, text);
        rows.jdbc().sql("UPDATE passage SET ordinal = ordinal + 100 WHERE id = :id").param("id", made).update();
        return made;
    }
}
