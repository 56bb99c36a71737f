package org.rapporteur.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.Rapporteur;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.Codebooks;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.DecisionKind;
import org.rapporteur.coding.Decisions;
import org.rapporteur.coding.EffectiveCoding;
import org.rapporteur.coding.Learnings;
import org.rapporteur.coding.NewDecision;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Status;
import org.rapporteur.country.CountryCode;
import org.rapporteur.intake.Intake;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.search.IndexChanges;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.SubmissionNumber;
import org.rapporteur.submission.WorkItems;
import org.rapporteur.submission.WorkKind;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was coded with another model is coded again, in a house that no route runs. */
class RecodingTest {

    private static final String FUND = "The Ministry of Finance pays every agency a matching grant: for each won that the agency saves by closing a counter, the "
            + "fund adds another won in the year after. Nine of the twelve agencies took part, and the savings were higher than anybody had expected.";

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext house;

    @BeforeAll
    static void open() throws IOException {
        for (String folder : List.of("db", "index", "inbox", "originals", "log")) {
            Files.createDirectories(data.resolve(folder));
        }
        house = new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.NONE).run("--rapporteur.data=" + data,
                "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--rapporteur.doors=false", "--rapporteur.stages=false",
                "--camel.main.auto-startup=false");
        Path file = Files.writeString(data.resolve("paper.txt"), FUND);
        bean(Intake.class).file(bean(Calls.class).current(), file, "KOR/paper.txt", Optional.of(new CountryCode("KOR")));
        for (Stage stage : List.of(Stage.RECEIVED, Stage.EXTRACTED, Stage.SPLIT)) {
            bean(Stages.class).claim(stage).forEachRemaining(bean(Stages.class)::run);
        }
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void whatIsStaleIsCodedAgainAndListedForTheIndexAndDecisionsStay() {
        CitedPassage passage = bean(Passages.class).ofPaper(new SubmissionNumber("MCH-2004-KOR-001")).getFirst();
        bean(Recoding.class).recodeAll();
        bean(JdbcClient.class).sql("DELETE FROM work WHERE subject_kind = 'RECODING'").update();
        List<EffectiveCoding> coded = effective(passage);
        assertThat(coded).isNotEmpty();
        bean(Decisions.class).decide(new NewDecision(passage.passage().id(), new CodeId("outsourcing"), DecisionKind.ADD, Status.TRIAL, Outcome.NONE, null, ""),
                new Actor("anna"));
        bean(Recoding.class).recodeAll();
        assertThat(bean(WorkItems.class).stand(WorkKind.RECODING, passage.passage().extraction())).as("nothing is stale").isEmpty();
        bean(JdbcClient.class).sql("DELETE FROM index_change").update();
        bean(JdbcClient.class).sql("DELETE FROM coding").update();
        bean(JdbcClient.class).sql("UPDATE coded_text SET model = 'older'").update();

        bean(Recoding.class).recodeAll();

        assertThat(effective(passage)).containsAll(coded).anyMatch(EffectiveCoding::confirmed);
        assertThat(bean(WorkItems.class).stand(WorkKind.RECODING, passage.passage().extraction())).contains(Stage.RECODED);
        assertThat(bean(IndexChanges.class).pending(10)).extracting(IndexChanges.Change::extraction).contains(passage.passage().extraction());
        bean(JdbcClient.class).sql("UPDATE coded_text SET model = 'older still'").update();
        bean(Recoding.class).recodeAll();
        assertThat(bean(JdbcClient.class).sql("SELECT model FROM coded_text").query(String.class).single()).hasSize(12);
    }

    @Test
    void whatPeopleDecidedIsLearntAndEverythingIsCodedAgainWithIt() {
        CitedPassage passage = bean(Passages.class).ofPaper(new SubmissionNumber("MCH-2004-KOR-001")).getFirst();
        bean(Recoding.class).recodeAll();
        String before = model();
        bean(Decisions.class).decide(new NewDecision(passage.passage().id(), new CodeId("commitment"), DecisionKind.ADD, Status.IN_PLACE, Outcome.NONE, null, ""),
                new Actor("anna"));
        bean(Recoding.class).recodeAll();
        assertThat(model()).as("one decision is not enough").isEqualTo(before);

        bean(Learnings.class).learn(bean(Calls.class).current(), new Actor("ruth"));
        bean(Recoding.class).recodeAll();

        assertThat(model()).hasSize(12).isNotEqualTo(before).isEqualTo(bean(Codebooks.class).coder(bean(Calls.class).current()).version());
    }

    private static String model() {
        return bean(JdbcClient.class).sql("SELECT model FROM coded_text").query(String.class).single();
    }

    private static List<EffectiveCoding> effective(CitedPassage passage) {
        return bean(Coded.class).effective(List.of(passage.passage().extraction())).getOrDefault(passage.passage().id(), List.of());
    }

    private static <T> T bean(Class<T> type) {
        return house.getBean(type);
    }
}
