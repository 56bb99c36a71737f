package org.rapporteur;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapporteur.report.Verification;

/** Everything that can be told wrong in a database is told wrong, and found. */
@ExtendWith(DraftedHouse.Given.class)
class VerificationTest {

    private static final String COUNTING = "(SELECT MIN(id) FROM statement WHERE counted > 1)";
    private static final String QUOTED = "(SELECT MIN(id) FROM evidence WHERE quotation IS NOT NULL)";
    private static final String UNUSED = "(SELECT MIN(p.id) FROM passage p WHERE NOT EXISTS (SELECT 1 FROM coding c WHERE c.passage_id = p.id) "
            + "AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.passage_id = p.id) AND NOT EXISTS (SELECT 1 FROM borrowed b WHERE b.passage_id = p.id) AND p.id IN (SELECT x.id FROM passage x "
            + "JOIN extraction e ON e.id = x.extraction_id JOIN document d ON d.part_id = e.part_id JOIN revision r ON r.id = d.revision_id "
            + "WHERE r.ordinal = (SELECT MAX(l.ordinal) FROM revision l WHERE l.submission_id = r.submission_id)))";

    private final DraftedHouse house;

    VerificationTest(DraftedHouse house) {
        this.house = house;
    }

    @Test
    void whatNobodyTouchedIsRight() {
        assertThat(verify().wrong()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            UPDATE statement SET counted = counted + 1 WHERE id = $COUNTING | countries and names
            DELETE FROM statement_country WHERE statement_id = $COUNTING AND ordinal = 2 | countries and names
            UPDATE statement_country SET country = 'ISL' WHERE statement_id = $COUNTING AND ordinal = 1 | names ISL without evidence
            UPDATE statement SET counted_of = counted_of + 1 WHERE id = $COUNTING | papers read, its draft has 2
            UPDATE statement SET counted_of = NULL WHERE id = $COUNTING | papers read, its draft has 2
            UPDATE draft SET papers_read = 17 | says that 17 papers were read, and lists 2
            DELETE FROM draft_paper WHERE ordinal = 1 | which its draft did not read
            UPDATE draft_paper SET passages = 0, languages = '', is_read = FALSE, excluded = 'RESTRICTED' WHERE ordinal = 1 | which its draft did not read
            UPDATE evidence SET submission = 'MCH-2004-ISL-001' WHERE id = $QUOTED | of paper MCH-2004-ISL-001
            UPDATE evidence SET start_offset = start_offset + 1, end_offset = end_offset + 1 WHERE id = $QUOTED | does not stand in passage
            UPDATE evidence SET end_offset = end_offset - 1 WHERE id = $QUOTED | does not stand in passage
            UPDATE evidence SET quotation = 'We never said this.' WHERE id = $QUOTED | does not say
            UPDATE evidence SET text_sha256 = REPEAT('a', 64) WHERE id = $QUOTED | reads otherwise now
            UPDATE extraction SET text_sha256 = REPEAT('a', 64) | extraction 1 reads otherwise than when it was kept
            UPDATE passage SET text_sha256 = REPEAT('a', 64) WHERE id = $UNUSED | reads otherwise than when it was kept
            UPDATE passage SET text = CONCAT(text, ' Nobody wrote this.') WHERE id = $UNUSED | does not stand in its paper where it says
            UPDATE passage SET end_offset = end_offset + 100000 WHERE id = $UNUSED | does not stand in its paper where it says
            UPDATE passage SET id = 999999 WHERE id = $UNUSED | lacks 1 passages in force and holds 1 that are not
            """)
    void whatIsToldWrongIsFound(String sql, String found) {
        house.with(sql.replace("$COUNTING", COUNTING).replace("$QUOTED", QUOTED).replace("$UNUSED", UNUSED), () ->
                assertThat(verify().wrong()).anyMatch(sentence -> sentence.contains(found)));
    }

    private Verification.Found verify() {
        return house.part(Verification.class).run(() -> {});
    }
}
