package org.rapporteur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Coded;
import org.rapporteur.country.CountryCode;
import org.rapporteur.intake.Intake;
import org.rapporteur.passage.Borrowed;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.OwnWords;
import org.rapporteur.passage.Passages;
import org.rapporteur.report.Verification;
import org.rapporteur.submission.SubmissionNumber;
import org.rapporteur.submission.WorkItems;
import org.rapporteur.submission.WorkKind;
import org.rapporteur.synthesis.Statement;
import org.rapporteur.synthesis.Synthesis;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What papers have in common, from intake to draft. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnWordsInDraftTest {

    private static final String COMMON = "Under the regional framework of the year 2003 every agency may keep half of the savings that it makes when forms and registers move "
            + "to the portal that the five governments run together, and it decides by itself what the money is spent on.";
    private static final String DANISH = "In Denmark the tax offices keep a third of the savings from the closing of counters, and spend them on courses for the staff who had "
            + "worked there, which the unions had asked for in the spring.";
    private static final Map<String, String> OWN = Map.of(
            "NOR", "The coast guard closed its paper counters in June, and captains now ask for a berth by telephone or on the portal, at any hour of the day and of the night.",
            "SWE", "Seven hospitals in the north send letters of referral without paper since the autumn, and doctors say that patients are called a week earlier than before.",
            "ISL", "Fishing licences used to be stamped in the capital, so that skippers from the east lost two days; the stamp was abolished, and nobody has missed it since.",
            "DNK", DANISH,
            "KOR", "Examples of incentives for change: the counters of the land register were closed in two provinces, and the staff now visit villages with a van that holds a printer, "
                    + "a camera and a telephone line.");
    private static final List<String> ORDER = List.of("NOR", "SWE", "DNK", "KOR", "ISL");
    private static final Actor ANNA = new Actor("anna");

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext house;

    @BeforeAll
    static void takeIn() throws IOException, InterruptedException {
        house = open("there", ORDER);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    @Order(1)
    void whatTheyHaveInCommonStaysCodedAndIsCountedForNobody() {
        assertThat(house.getBean(Coded.class).effective(call()).get(common("NOR").passage().id())).extracting(coding -> coding.code().value()).contains("keep-savings");
        assertThat(savers()).containsExactly("DNK");
    }

    @Test
    @Order(2)
    void aQuestionOfTheCallThatStandsAboveAnAnswerCarriesNothing() {
        CitedPassage answer = passage("KOR", "land register");
        assertThat(answer.passage().text()).startsWith("Examples of incentives for change");

        Borrowed borrowed = house.getBean(OwnWords.class).of(call()).get(answer.passage().id());
        assertThat(borrowed.isNoEvidence()).isFalse();
        assertThat(borrowed.carries(12, 32)).as("incentives for change").isFalse();
        assertThat(borrowed.carries(34, answer.passage().text().length())).isTrue();
    }

    @Test
    @Order(2)
    void whatACountryAddsToCommonWordsIsItsOwn() {
        CitedPassage mixed = common("SWE");
        Borrowed borrowed = house.getBean(OwnWords.class).of(call()).get(mixed.passage().id());

        assertThat(mixed.passage().text()).startsWith("Seven hospitals");
        assertThat(borrowed.isNoEvidence()).isTrue();
        assertThat(borrowed.carries(0, OWN.get("SWE").length())).isTrue();
        assertThat(borrowed.carries(OWN.get("SWE").length(), mixed.passage().text().length())).isFalse();
    }

    @Test
    @Order(2)
    void theSameIsMarkedInWhateverOrderThePapersCame() throws IOException, InterruptedException {
        try (ConfigurableApplicationContext back = open("back", ORDER.reversed())) {
            assertThat(marks(back)).isEqualTo(marks(house)).hasSize(4);
        }
    }

    @Test
    @Order(3)
    void whatAPersonCallsTheCountrysOwnIsCountedInItsNextRevisionTooUntilItIsTakenBack() throws IOException, InterruptedException {
        OwnWords ownWords = house.getBean(OwnWords.class);
        assertThat(ownWords.declare(common("NOR").passage().id(), ANNA)).isTrue();
        assertThat(savers()).containsExactlyInAnyOrder("DNK", "NOR");

        takeIn(house, "NOR", "revised.txt", OWN.get("NOR").replace("June", "May"));
        assertThat(common("NOR").revision()).isEqualTo(2);
        assertThat(savers()).containsExactlyInAnyOrder("DNK", "NOR");

        assertThat(ownWords.undo(common("NOR").passage().id(), ANNA)).isTrue();
        assertThat(savers()).containsExactly("DNK");
    }

    @Test
    @Order(4)
    void aPaperTellsHowMuchOfItIsTheCountrysOwn() throws IOException, InterruptedException {
        Map<SubmissionNumber, Double> shares = house.getBean(OwnWords.class).shares(call());

        assertThat(shares).hasSize(5).containsEntry(new SubmissionNumber("MCH-2004-DNK-001"), 1.0);
        assertThat(shares.get(new SubmissionNumber("MCH-2004-SWE-001"))).isBetween(0.3, 0.5);
        assertThat(Cli.run(folder, "status", "--data", folder.resolve("there").toString(), "--json").json().path("countries").valueStream()
                .filter(row -> row.path("country").asString().equals("DNK")).map(row -> row.path("ownWords").asDouble())).containsExactly(1.0);
    }

    @Test
    @Order(4)
    void everyDraftThatWasMadeHoldsAgainstTheHouse() {
        assertThat(house.getBean(Verification.class).run(() -> {}).wrong()).isEmpty();
    }

    /** Countries that a new draft counts or quotes for letting units keep what they save. */
    private static List<String> savers() {
        return house.getBean(Synthesis.class).draft(call(), Actor.MACHINE).chapters().stream().flatMap(chapter -> chapter.sections().stream())
                .flatMap(section -> section.statements().stream()).filter(statement -> statement.code().equals("keep-savings"))
                .map(Statement::countries).flatMap(List::stream).map(CountryCode::value).distinct().toList();
    }

    private static Call call() {
        return house.getBean(Calls.class).current();
    }

    private static CitedPassage common(String country) {
        return passage(country, "the five governments");
    }

    private static CitedPassage passage(String country, String words) {
        return house.getBean(Passages.class).inForce(call().id()).stream().filter(cited -> cited.countries().contains(new CountryCode(country)))
                .filter(cited -> cited.passage().text().contains(words)).findFirst().orElseThrow();
    }

    /** What is marked, by country; without keys, which tell the order. */
    private static Map<String, String> marks(ConfigurableApplicationContext house) {
        Call call = house.getBean(Calls.class).current();
        OwnWords ownWords = house.getBean(OwnWords.class);
        ownWords.refresh(call);
        List<CitedPassage> inForce = house.getBean(Passages.class).inForce(call.id());
        Map<Long, Borrowed> borrowed = ownWords.of(inForce.stream().map(cited -> cited.passage().extraction()).distinct().toList());
        return inForce.stream().filter(cited -> borrowed.containsKey(cited.passage().id())).collect(Collectors.toMap(
                cited -> cited.submission() + " " + cited.passage().ordinal(), cited -> sentence(borrowed.get(cited.passage().id())), (one, same) -> one, TreeMap::new));
    }

    private static String sentence(Borrowed one) {
        return "%d of %d, %s, %s".formatted(one.shared(), one.words(), one.from(), one.others());
    }

    private static ConfigurableApplicationContext open(String name, List<String> countries) throws IOException, InterruptedException {
        Path data = folder.resolve(name);
        for (String below : List.of("db", "index", "inbox", "originals", "log")) {
            Files.createDirectories(data.resolve(below));
        }
        ConfigurableApplicationContext opened = new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.NONE).run("--rapporteur.data=" + data,
                "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--rapporteur.doors=false", "--rapporteur.stages=true");
        for (String country : countries) {
            takeIn(opened, country, "paper.txt", OWN.get(country));
        }
        return opened;
    }

    private static void takeIn(ConfigurableApplicationContext house, String country, String name, String own) throws IOException, InterruptedException {
        String text = List.of("DNK", "KOR").contains(country) ? own : own + "\n\n" + COMMON;
        Path file = Files.writeString(Files.createDirectories(folder.resolve("sent")).resolve(country + name), text);
        house.getBean(Intake.class).file(house.getBean(Calls.class).current(), file, country + "/" + name, Optional.of(new CountryCode(country)));
        Waiting.until(() -> house.getBean(WorkItems.class).unfinished(WorkKind.DELIVERY) == 0);
    }
}
