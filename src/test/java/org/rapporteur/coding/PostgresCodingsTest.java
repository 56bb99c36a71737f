package org.rapporteur.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.rapporteur.Databases;
import org.rapporteur.Rows;
import org.rapporteur.call.Call;
import org.rapporteur.call.CallContents;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

class PostgresCodingsTest extends CodingsContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }

    /** PostgreSQL takes at most 65,535 parameters. */
    @Test
    void anExtractionMayHaveMorePassagesThanAStatementMayHaveParameters() {
        DataSource source = database();
        Rows rows = new Rows(source);
        long id = rows.call();
        Call call = new Call(id, rows.callRevision(id), CallContents.small(), "");
        long extraction = rows.extraction(id, rows.part(id, rows.delivery(id)));
        rows.jdbc().sql("""
                INSERT INTO passage (call_id, extraction_id, ordinal, heading_path, start_offset, end_offset, language, text, text_sha256)
                SELECT :call, :extraction, n, '', n * 10, n * 10 + 9, 'en', 'passage', :sha256 FROM generate_series(1, 70000) n
                """).param("call", id).param("extraction", extraction).param("sha256", Rows.SHA256).update();
        long first = rows.jdbc().sql("SELECT MIN(id) FROM passage").query(Long.class).single();
        Codings codings = new Codings(rows.jdbc(), new NamedParameterJdbcTemplate(source), Clock.systemUTC());
        List<Long> extractions = LongStream.concat(LongStream.of(extraction), LongStream.range(1_000_000, 1_070_000)).boxed().toList();

        codings.replace(call, extractions, List.of(new Coding(first, new CodeId("awards"), 0.5, 0.5, Status.TRIAL, Outcome.NONE, "award", 0, 5, "")), "m1");

        assertThat(codings.effective(extractions)).containsOnlyKeys(first);
    }
}
