package org.rapporteur.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class EvaluationTest {

    private Evaluation evaluation;

    @BeforeEach
    void open() throws Exception {
        String yaml = new ClassPathResource("calls/MCH-2004/codebook.yaml").getContentAsString(StandardCharsets.UTF_8);
        evaluation = new Evaluation(((CodebookReading.Good) CodebookReader.read(yaml)).codebook());
    }

    @Test
    void passagesThatTheModelHasLearntFromAreCounted() {
        GoldPassage learnt = TrainingPassages.shipped().getFirst();
        GoldPassage fresh = new GoldPassage("x", "KOR", "en", "none", "The register holds three items on each of the nine offices.", Set.of(), "none", Set.of());

        Map<String, Object> figures = evaluation.shipped(List.of(learnt, fresh));

        assertThat(figures).containsEntry("passages", 2).containsEntry("knownToModel", 1)
                .containsKeys("themes", "outcome", "framework", "kinds", "languages");
    }

    @Test
    void inFoldsEveryPassageIsJudgedOnceByAModelThatHasNotSeenIt() {
        List<GoldPassage> some = TrainingPassages.shipped().stream().filter(passage -> passage.lang().equals("es")).limit(12).toList();

        Map<String, Object> figures = evaluation.crossValidated(some, 2);

        assertThat(figures).containsEntry("passages", 12).containsEntry("knownToModel", 0);
    }
}
