package org.rapporteur.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.rapporteur.call.Call;
import org.rapporteur.call.CallCode;
import org.rapporteur.call.CallContent;
import org.rapporteur.call.Correspondence;
import org.rapporteur.country.CountryCode;
import org.rapporteur.synthesis.Draft;
import org.rapporteur.synthesis.Draft.Chapter;
import org.rapporteur.synthesis.Draft.Mark;
import org.rapporteur.synthesis.Draft.Marks;
import org.rapporteur.synthesis.Draft.Paper;
import org.rapporteur.synthesis.Draft.Section;
import org.rapporteur.synthesis.Evidence;
import org.rapporteur.synthesis.Exclusion;
import org.rapporteur.synthesis.Statement;

/** Made-up drafts for tests. */
final class Drafts {

    static final Instant DRAFTED = Instant.parse("2004-08-20T09:30:00Z");

    private Drafts() {}

    static Draft saying(Statement... statements) {
        return with(Locale.ENGLISH, statements);
    }

    static Draft with(Locale language, Statement... statements) {
        Section told = new Section("levers", "Levers for change", "Which levers were used?", List.of(statements));
        Section silent = new Section("momentum", "Keeping momentum", "How is momentum kept?", List.of());
        Chapter chapter = new Chapter("incentives", "Incentives", List.of(told, silent));
        Set<CountryCode> invited = codes("FRA", "KOR", "NOR");
        List<Marks> marks = List.of(mark("FRA", Mark.SUCCESS), mark("KOR", Mark.NO_PAPER), mark("NOR", Mark.NOT_MENTIONED));
        return new Draft(1, call(invited), 1, language, DRAFTED, 2, List.of(chapter), marks,
                List.of(paper("FRA", "fr", 12), paper("NOR", "en", 7)));
    }

    static Statement statement(long id, Evidence... evidence) {
        return new Statement(id, 1, "count", "levers", "Two of the papers read tie grants to conditions.", 2, 2,
                List.copyOf(codes("FRA", "NOR")), List.of(evidence));
    }

    static Statement announcing(String text, Evidence evidence) {
        return new Statement(6, 1, "quotation", "levers", text, null, null, List.of(evidence.country()), List.of(evidence));
    }

    static Evidence quoted(long id, String quotation, String language) {
        return new Evidence(id, 100 + id, new CountryCode("NOR"), "Norway, para. " + id, "MCH-2004-NOR-001", quotation,
                language, "Before. " + quotation + " After.");
    }

    static Evidence cited(long id, String text) {
        return new Evidence(id, 100 + id, new CountryCode("FRA"), "France, para. " + id, "MCH-2004-FRA-001", null, "fr", text);
    }

    /** Letters and spaces in no order, so that no reader takes them for a zip bomb. */
    static String longText(int length) {
        return new Random(1).ints(length, 'a', 'z' + 2).collect(StringBuilder::new,
                (text, letter) -> text.append(letter > 'z' ? ' ' : (char) letter), StringBuilder::append).toString();
    }

    static Call call(Set<CountryCode> invited) {
        CallContent content = new CallContent(new CallCode("MCH-2004"), "Making Change Happen",
                "Incentives, partnership and commitment for transforming public administration",
                "Organisation for Economic Co-operation and Development", "Unclassified",
                List.of(Locale.ENGLISH, Locale.FRENCH),
                new CallContent.Meeting("Seoul", LocalDate.of(2004, 7, 14), LocalDate.of(2004, 7, 15)), null, invited, List.of(),
                List.of(), List.of(new CallContent.Report("synthesis", "Making Change Happen", "GOV/PGC/EGOV(2004)2", null)),
                Correspondence.NONE, List.of(), List.of());
        return new Call(1, 1, content, "");
    }

    static Set<CountryCode> codes(String... letters) {
        return new LinkedHashSet<>(Stream.of(letters).map(CountryCode::new).toList());
    }

    static Paper paper(String country, String language, int passages) {
        return new Paper(1, "MCH-2004-" + country + "-001", 1, List.of(new CountryCode(country)), List.of(language), passages,
                Instant.parse("2004-06-03T08:00:00Z"), null);
    }

    /** The draft with one paper more, of Korea, that must not be used. */
    static Draft excluding(Exclusion why) {
        Draft draft = saying(statement(4));
        Paper korea = new Paper(2, "MCH-2004-KOR-001", 1, List.of(new CountryCode("KOR")), List.of(), 0,
                Instant.parse("2004-06-03T08:00:00Z"), why);
        return new Draft(1, draft.call(), 1, draft.language(), DRAFTED, 2, draft.chapters(),
                List.of(mark("FRA", Mark.SUCCESS), mark("KOR", Mark.EXCLUDED), mark("NOR", Mark.NOT_MENTIONED)),
                Stream.concat(draft.papers().stream(), Stream.of(korea)).toList());
    }

    private static Marks mark(String country, Mark mark) {
        return new Marks(new CountryCode(country), List.of(mark));
    }
}
