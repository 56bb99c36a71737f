package org.rapporteur.desk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.call.Call;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.CodeKind;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Status;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.rapporteur.intake.Ledger;
import org.rapporteur.passage.Passages;
import org.rapporteur.search.Field;
import org.rapporteur.search.Marks;
import org.rapporteur.search.PassageQuery;
import org.rapporteur.search.PassageSearch;
import org.rapporteur.search.Results;
import org.rapporteur.synthesis.CellNote;
import org.rapporteur.synthesis.CellNotes;
import org.springframework.stereotype.Component;

/** What every country says under themes or questions: what was marked and noted, and where there is nothing, why. */
@Component
class Matrix {

    private final Coded coded;
    private final PassageSearch search;
    private final Ledger ledger;
    private final CellNotes notes;
    private final Passages passages;

    Matrix(Coded coded, PassageSearch search, Ledger ledger, CellNotes notes, Passages passages) {
        this.coded = coded;
        this.search = search;
        this.ledger = ledger;
        this.notes = notes;
        this.passages = passages;
    }

    /** A mark of a cell. */
    enum Mark {
        IN_PLACE("in place", "●"),
        TRIAL("trial", "△"),
        PLANNED("planned", "○"),
        ENDED("ended", "◌"),
        REJECTED("rejected", "⊘"),
        SUCCESS("success", "✓"),
        FAILURE("failure", "✗");

        private final String word;
        private final String sign;

        Mark(String word, String sign) {
            this.word = word;
            this.sign = sign;
        }

        public String word() {
            return word;
        }

        public String sign() {
            return sign;
        }
    }

    /** Why a cell has no mark. */
    enum Empty {
        NO_PAPER("no paper"),
        NOT_READ("not read yet"),
        NOT_OPEN("not open to you"),
        NOT_ASKED("not asked"),
        ASKED("asked, nothing found"),
        NONE("");

        private final String word;

        Empty(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * A cell.
     *
     * @param passages how many there are
     * @param marks what they say, in the order of {@link Mark}
     * @param empty why there is none; {@code NONE} where there is
     * @param note what somebody wrote; empty where nobody has, and where it rests on what the visitor may not see
     */
    record Cell(Code row, CountryCode country, int passages, Set<Mark> marks, Empty empty, Optional<CellNote> note) {

        public String countryName() {
            return Countries.name(country, Locale.ENGLISH);
        }

        public String rowName() {
            return row.name().in(Locale.ENGLISH);
        }

        public String address() {
            return "/matrix/" + row.id().value() + "/" + country.value();
        }
    }

    /** A row of the table: a country with a cell for each theme or question. */
    record Line(CountryCode country, String name, String paper, List<Cell> cells) {}

    /** The themes of a codebook, or its questions, in its order. */
    static List<Code> columns(Codebook codebook, CodeKind kind) {
        return kind == CodeKind.THEME ? codebook.themes() : codebook.of(CodeKind.QUESTION);
    }

    /** The lines of these countries, in the order of their names. */
    List<Line> lines(Call call, List<Code> columns, Set<CountryCode> countries, Visitor visitor) {
        Marks marks = search.marks(call.code(), visitor.seesRestricted());
        Map<CountryCode, Integer> readable = readable(call, visitor);
        Map<CodeId, Map<CountryCode, CellNote>> noted = noted(call, visitor);
        return ledger.standings(call).stream().filter(standing -> countries.contains(standing.country()))
                .sorted((one, other) -> Countries.order(Locale.ENGLISH).compare(one.country(), other.country()))
                .map(standing -> new Line(standing.country(), Countries.name(standing.country(), Locale.ENGLISH), standing.submission(),
                        columns.stream().map(column -> cell(call, column, standing, marks, readable,
                                Optional.ofNullable(noted.getOrDefault(column.id(), Map.of()).get(standing.country())))).toList()))
                .toList();
    }

    private static Cell cell(Call call, Code column, Ledger.Standing standing, Marks marks, Map<CountryCode, Integer> readable, Optional<CellNote> note) {
        Marks.Cell said = marks.of(column.id(), standing.country());
        Set<Mark> shown = EnumSet.noneOf(Mark.class);
        said.said().forEach(one -> shown.addAll(of(one)));
        return new Cell(column, standing.country(), said.passages(), shown, said.passages() > 0 ? Empty.NONE
                : readable.getOrDefault(standing.country(), 0) == 0 ? unread(standing.state()) : isAsked(call, column) ? Empty.ASKED : Empty.NOT_ASKED, note);
    }

    private static Empty unread(Ledger.State state) {
        return switch (state) {
            case OWED, HELD -> Empty.NO_PAPER;
            case BEING_READ -> Empty.NOT_READ;
            case ACCEPTED -> Empty.NOT_OPEN;
        };
    }

    /** Whether the guidelines asked countries about it. */
    static boolean isAsked(Call call, Code column) {
        return column.asked() || call.content().guidelines().stream().anyMatch(question -> question.answeredBy().contains(column.id().value()));
    }

    /** What was done has results; what is proposed or was rejected has none, whatever its paper hopes or fears of it. */
    private static List<Mark> of(Marks.Said said) {
        List<Mark> marks = new ArrayList<>(List.of(switch (said.status()) {
            case IN_PLACE -> Mark.IN_PLACE;
            case TRIAL -> Mark.TRIAL;
            case PROPOSED -> Mark.PLANNED;
            case ENDED -> Mark.ENDED;
            case REJECTED -> Mark.REJECTED;
        }));
        if (said.status() != Status.PROPOSED && said.status() != Status.REJECTED) {
            if (said.outcome() == Outcome.SUCCESS || said.outcome() == Outcome.BOTH) {
                marks.add(Mark.SUCCESS);
            }
            if (said.outcome() == Outcome.FAILURE || said.outcome() == Outcome.BOTH) {
                marks.add(Mark.FAILURE);
            }
        }
        return marks;
    }

    /** How many passages of each country the visitor may read. */
    private Map<CountryCode, Integer> readable(Call call, Visitor visitor) {
        return search.counts(new PassageQuery.All(), call.code(), visitor.seesRestricted(), Field.COUNTRY).stream()
                .collect(Collectors.toMap(count -> new CountryCode(count.value().toUpperCase(Locale.ROOT)), Results.Count::passages));
    }

    private Map<CodeId, Map<CountryCode, CellNote>> noted(Call call, Visitor visitor) {
        Map<CodeId, Map<CountryCode, CellNote>> noted = new HashMap<>();
        notes.of(call.id()).stream().filter(note -> mayBeSeen(note, visitor))
                .forEach(note -> noted.computeIfAbsent(note.code(), code -> new HashMap<>()).put(note.country(), note));
        return noted;
    }

    /** A note says what its passages say. */
    boolean mayBeSeen(CellNote note, Visitor visitor) {
        return passages.find(note.passages()).values().stream().allMatch(visitor::sees);
    }

    /** The words that were looked for in papers of these languages, before it was said that nothing was found. */
    List<String> terms(Codebook codebook, Code column, Set<String> languages) {
        Stream<Code> below = codebook.below(column).stream().flatMap(code -> Stream.concat(Stream.of(code), codebook.below(code).stream()));
        return Stream.concat(Stream.of(column), below).flatMap(code -> code.cues().entrySet().stream())
                .filter(cues -> languages.isEmpty() || languages.contains(cues.getKey())).flatMap(cues -> cues.getValue().stream()).map(cue -> cue.text()).distinct().toList();
    }

    /** The languages of the passages of a country that the visitor may read. */
    Set<String> languages(Call call, CountryCode country, Visitor visitor) {
        return search.counts(new PassageQuery.Filter(Field.COUNTRY, country.value()), call.code(), visitor.seesRestricted(), Field.LANGUAGE).stream()
                .map(Results.Count::value).collect(Collectors.toSet());
    }

    Codebook codebook(Call call) {
        return coded.codebook(call);
    }
}
