package org.rapporteur.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.rapporteur.synthesis.Draft;
import org.rapporteur.synthesis.Draft.Chapter;
import org.rapporteur.synthesis.Draft.Mark;
import org.rapporteur.synthesis.Draft.Marks;
import org.rapporteur.synthesis.Draft.Paper;
import org.rapporteur.synthesis.Draft.Section;
import org.rapporteur.synthesis.Evidence;
import org.rapporteur.synthesis.Statement;

/** A made-up draft of the size and shape of a real one: 3 themes of 4 sections, 25 papers, quotations in three languages. */
final class RealisticDraft {

    private static final List<String> READ = List.of("AUS", "AUT", "BEL", "CAN", "CZE", "DNK", "FIN", "FRA", "DEU", "GRC", "HUN",
            "IRL", "ITA", "JPN", "KOR", "LUX", "MEX", "NLD", "NZL", "NOR", "POL", "PRT", "ESP", "SWE", "GBR");
    private static final List<String> SILENT = List.of("ISL", "SVK", "CHE", "TUR", "USA");

    private static final List<Chapter> OUTLINE = List.of(
            chapter("incentives", "Incentives", "Structural change", "Which incentives suit structural change and new processes?",
                    "Central funding", "What role does central funding play?", "Carrots and sticks",
                    "Which carrots and which sticks were used, and at what level?", "Keeping momentum",
                    "How is momentum kept over time?"),
            chapter("partnership", "Partnership", "Benefits of private partners", "What are private partners useful for?",
                    "Difficulties to overcome", "Which difficulties had to be overcome?", "What can be outsourced",
                    "Which tasks can be given to others?", "Accountability when delivery is shared", "Who answers for what?"),
            chapter("commitment", "Commitment", "Leadership at the top", "How far does motivation depend on leadership?",
                    "Levers for co-operation", "What makes a co-operative environment?", "Ownership by staff",
                    "How do employees come to own an initiative?", "Training and time", "What were staff given to take part?"));

    private static final List<Finding> FINDINGS = List.of(
            new Finding("tie grants to conditions that the receiving body has to meet before money is released",
                    "Money is released only on the day the paper version is withdrawn", "en"),
            new Finding("give a central body a say in the budgets of others", "Les crédits ne sont débloqués qu’après la "
                    + "signature d’une convention de service entre le ministère et l’agence", "fr"),
            new Finding("publish how offices compare with one another", "Los resultados de cada oficina se publican cada "
                    + "trimestre y se comparan con los del año anterior", "es"),
            new Finding("ask the staff concerned before a process is changed", "The counter clerks drew the new process "
                    + "themselves, on a wall, over three weeks", "en"),
            new Finding("leave savings with the office that made them", "Half of what an office saves stays with it for two years",
                    "en"));

    private static final String AROUND = "The programme began in 2001 with four offices and has been extended every year since. %s. "
            + "Eleven of the nineteen offices have completed the change; the others were given until the end of 2005, "
            + "and the ministry reports to parliament on them twice a year.";

    private final List<Evidence> used = new ArrayList<>();
    private int statements;

    private record Finding(String phrase, String quotation, String language) {}

    static Draft english() {
        RealisticDraft maker = new RealisticDraft();
        List<Chapter> chapters = OUTLINE.stream().map(maker::fill).toList();
        return new Draft(7, Drafts.call(Drafts.codes(all().toArray(String[]::new))), 3, Locale.ENGLISH, Drafts.DRAFTED,
                READ.size(), chapters, marks(), papers());
    }

    private Chapter fill(Chapter chapter) {
        return new Chapter(chapter.code(), chapter.heading(), chapter.sections().stream().map(this::fill).toList());
    }

    private Section fill(Section section) {
        boolean silent = section.heading().startsWith("Accountability");
        List<Statement> filled = silent ? List.of() : IntStream.range(0, 5).mapToObj(this::statement).toList();
        return new Section(section.code(), section.heading(), section.question(), filled);
    }

    private Statement statement(int form) {
        int id = ++statements;
        Finding finding = FINDINGS.get(id % FINDINGS.size());
        List<CountryCode> countries = IntStream.range(0, 2 + id % 8).mapToObj(i -> READ.get((id * 7 + i * 3) % READ.size()))
                .distinct().map(CountryCode::new).sorted(Countries.order(Locale.ENGLISH)).toList();
        if (form == 4) {
            return new Statement(id, 1, "quotation", "q", name(countries.getFirst()) + " writes:", null, null,
                    countries.subList(0, 1), List.of(evidence(countries.getFirst(), finding, finding.quotation())));
        }
        String proposal = form == 3 ? " propose to " : " ";
        String text = countries.size() + " of the " + READ.size() + " papers read" + proposal + finding.phrase() + " ("
                + String.join(", ", countries.stream().map(RealisticDraft::name).toList()) + ").";
        List<Evidence> evidence = new ArrayList<>();
        countries.forEach(country -> evidence.add(evidence(country, finding, evidence.isEmpty() && form < 2
                ? finding.quotation() : null)));
        return new Statement(id, 1 + id % 3, form == 3 ? "proposal" : "count", "q", text, countries.size(), READ.size(),
                countries, evidence);
    }

    private Evidence evidence(CountryCode country, Finding finding, @Nullable String quotation) {
        int id = used.size() + 1;
        Evidence evidence = new Evidence(id, 5000 + id, country, name(country) + ", para. " + (1 + id % 40),
                "MCH-2004-" + country + "-001", quotation, finding.language(), AROUND.formatted(finding.quotation()));
        used.add(evidence);
        return evidence;
    }

    private static List<Marks> marks() {
        Mark[] marks = Mark.values();
        return all().stream().map(CountryCode::new).sorted(Countries.order(Locale.ENGLISH)).map(country -> new Marks(country,
                SILENT.contains(country.value()) ? List.of(Mark.NO_PAPER, Mark.NO_PAPER, Mark.NO_PAPER)
                        : IntStream.range(0, 3).mapToObj(i -> marks[2 + (country.hashCode() + i * 5 & 0xff) % 8]).toList()))
                .toList();
    }

    private static List<Paper> papers() {
        return READ.stream().map(CountryCode::new).sorted(Countries.order(Locale.ENGLISH)).map(country -> switch (country.value()) {
            case "FRA", "LUX" -> Drafts.paper(country.value(), "fr", 41);
            case "ESP", "MEX" -> Drafts.paper(country.value(), "es", 38);
            default -> Drafts.paper(country.value(), "en", 25);
        }).toList();
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>(READ);
        all.addAll(SILENT);
        return all;
    }

    private static String name(CountryCode country) {
        return Countries.name(country, Locale.ENGLISH);
    }

    private static Chapter chapter(String code, String heading, String... sections) {
        return new Chapter(code, heading, IntStream.range(0, sections.length / 2)
                .mapToObj(i -> new Section(code + "-" + i, sections[2 * i], sections[2 * i + 1], List.of())).toList());
    }
}
