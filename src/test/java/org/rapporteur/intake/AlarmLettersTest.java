package org.rapporteur.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.Rapporteur;
import org.rapporteur.Waiting;
import org.rapporteur.call.Calls;
import org.rapporteur.letter.Letter;
import org.rapporteur.letter.Letters;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A house whose mail server is away, and whose disk is said to be nearly full. */
class AlarmLettersTest {

    @TempDir
    Path data;

    @Test
    void theSecretariatGetsOneLetterOfEachKindADay() throws IOException, InterruptedException {
        for (String folder : List.of("db", "index", "inbox", "originals", "log")) {
            Files.createDirectories(data.resolve(folder));
        }
        try (ConfigurableApplicationContext house = new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.NONE).run(
                "--rapporteur.data=" + data, "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--rapporteur.doors=true",
                "--rapporteur.mail.host=127.0.0.1", "--rapporteur.mail.port=" + Waiting.freePort(), "--rapporteur.mail.quiet=0s",
                "--rapporteur.least-space=1000TB", "--rapporteur.secretariat=office@secretariat.example")) {
            Waiting.until(() -> house.getBean(Pulse.class).alarms().size() == 2);

            house.getBean(AlarmLetters.class).write();
            house.getBean(AlarmLetters.class).write();

            List<Letter> letters = house.getBean(Letters.class).latest(house.getBean(Calls.class).current().id(), 10);
            assertThat(letters).extracting(letter -> letter.content().subject())
                    .containsExactlyInAnyOrder("Rapporteur needs you: no look", "Rapporteur needs you: disk");
            assertThat(letters).allSatisfy(letter -> assertThat(letter.content().recipient()).isEqualTo("office@secretariat.example"));
            assertThat(letters).extracting(letter -> letter.content().text()).anyMatch(text -> text.contains("MB left") && text.contains("make room"));
        }
    }
}
