package org.rapporteur.report;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.Codebook;
import org.rapporteur.search.Hit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Passages that were found as a table: one a row, one fact a column. */
@Component
public final class PassageTable {

    /** rows of one table */
    public static final int MOST = 5_000;

    private final URI desk;

    PassageTable(@Value("${rapporteur.desk.address:http://127.0.0.1:8080}") URI desk) {
        this.desk = URI.create(desk.toString().replaceFirst("/+$", ""));
    }

    /** What the file is. */
    public enum Form {
        CSV("text/csv; charset=utf-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String mediaType;

        Form(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        /** The form whose name an address ends in: {@code csv}, {@code xlsx}. */
        public static Optional<Form> of(String ending) {
            return Stream.of(values()).filter(form -> form.name().toLowerCase(Locale.ROOT).equals(ending)).findFirst();
        }
    }

    /** A column: its heading, its width in characters, and its cell: a text, a number, an address or null. */
    private record Column(PlainTable.Column head, Function<Hit, @Nullable Object> cell) {}

    /** The bytes of a file with these passages, in their order. */
    public byte[] write(Form form, List<Hit> hits, Codebook codebook) throws IOException {
        List<Column> columns = columns(codebook);
        List<List<@Nullable Object>> rows = hits.stream().<List<@Nullable Object>>map(hit -> columns.stream().<@Nullable Object>map(column -> column.cell().apply(hit))
                .collect(Collectors.toCollection(ArrayList::new))).toList();
        return PlainTable.write(form, "Passages", columns.stream().map(Column::head).toList(), rows);
    }

    private List<Column> columns(Codebook codebook) {
        return List.of(column("country", 9, Hit::country), column("submission", 20, Hit::submission), column("citation", 24, Hit::citation),
                column("page", 6, Hit::page), column("paragraph", 10, Hit::paragraph), column("heading path", 30, Hit::headingPath),
                column("language", 9, Hit::language), column("text", 80, Hit::text), column("themes", 24, hit -> names(hit.themes(), codebook)),
                column("codes", 40, hit -> names(hit.codes(), codebook)), column("link", 36, hit -> URI.create(desk + "/passages/" + hit.passage())));
    }

    private static Column column(String heading, int width, Function<Hit, @Nullable Object> cell) {
        return new Column(new PlainTable.Column(heading, width), cell);
    }

    private static String names(List<String> codes, Codebook codebook) {
        return codes.stream().map(code -> codebook.find(new CodeId(code)).map(found -> found.name().in(Locale.ENGLISH)).orElse(code)).collect(Collectors.joining("; "));
    }
}
