package org.rapporteur.report;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapporteur.call.Call;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.Codebook;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.CitedPassage;

/** The codings that count as a table: one a row, one fact a column. */
final class CodingTable {

    private final Call call;
    private final Codebook codebook;
    private final CodeTree tree;
    private final URI desk;

    CodingTable(Call call, Codebook codebook, URI desk) {
        this.call = call;
        this.codebook = codebook;
        this.tree = new CodeTree(call.code(), codebook);
        this.desk = desk;
    }

    /** A coding on its passage. */
    private record Row(CitedPassage cited, ExchangedCoding coding) {}

    /**
     * A column.
     *
     * @param heading its first cell
     * @param width in characters, where a sheet has widths
     */
    record Field(String heading, int width) {}

    /** A cell: a text or a number; null where there is nothing to say. */
    private record Filled(Field field, Function<Row, @Nullable Object> cell) {}

    List<Field> fields() {
        return columns().stream().map(Filled::field).toList();
    }

    /** The rows, by paper and place. A cell is a text, a number, an address or null. */
    Stream<List<@Nullable Object>> rows(List<ExchangedDocument> documents) {
        List<Filled> columns = columns();
        return documents.stream().flatMap(document -> document.passages().stream().map(ExchangedDocument.Standing::cited)
                .flatMap(cited -> document.codings(cited).stream().filter(ExchangedCoding::counts).map(coding -> new Row(cited, coding))))
                .map(row -> columns.stream().<@Nullable Object>map(column -> column.cell().apply(row)).collect(Collectors.toCollection(ArrayList::new)));
    }

    private List<Filled> columns() {
        return List.of(
                column("call", 10, row -> call.code().value()),
                column("submission", 20, row -> row.cited().submission().value()),
                column("revision", 8, row -> row.cited().revision()),
                column("country", 9, row -> row.cited().countries().stream().map(CountryCode::value).collect(Collectors.joining(", "))),
                column("citation", 24, row -> row.cited().citation(Locale.ENGLISH)),
                column("page", 6, row -> row.cited().passage().locator().page()),
                column("paragraph", 10, row -> row.cited().passage().locator().paragraph()),
                column("heading path", 30, row -> String.join(" / ", row.cited().passage().locator().headingPath())),
                column("language", 9, row -> row.cited().passage().language()),
                column("quote", 80, row -> row.cited().passage().text()),
                column("code path", 45, row -> tree.path(row.coding().code())),
                column("code", 24, row -> row.coding().code().value()),
                column("theme", 16, row -> name(codebook.themeOf(row.coding().code()))),
                column("question", 30, row -> name(codebook.questionOf(row.coding().code()))),
                column("status", 10, row -> row.coding().status().word()),
                column("outcome", 10, row -> row.coding().outcome().word()),
                column("score", 7, row -> Math.round(1000 * row.coding().score()) / 1000.0),
                column("coder", 14, row -> row.coding().isOfMachine() ? "machine" : row.coding().coder().name()),
                column("cue", 24, row -> row.coding().cue()),
                column("words", 30, row -> row.cited().passage().text().substring(row.coding().start(), row.coding().end())),
                column("decided at", 22, row -> row.coding().at().map(Instant::toString).orElse("")),
                column("memo", 24, row -> row.coding().memo()),
                column("link", 36, row -> URI.create(desk + "/passages/" + row.cited().passage().id())));
    }

    private static Filled column(String heading, int width, Function<Row, @Nullable Object> cell) {
        return new Filled(new Field(heading, width), cell);
    }

    private static String name(Optional<Code> code) {
        return code.map(found -> found.name().in(Locale.ENGLISH)).orElse("");
    }
}
