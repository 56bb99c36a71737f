package org.rapporteur.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.Rapporteur;
import org.rapporteur.Waiting;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Calls;
import org.rapporteur.letter.Letter;
import org.rapporteur.letter.LetterKind;
import org.rapporteur.letter.LetterState;
import org.rapporteur.letter.Letters;
import org.rapporteur.letter.NewLetter;
import org.rapporteur.letter.Outbox;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of letters while the mail server is away. */
class SendStepTest {

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext house;

    @BeforeAll
    static void open() throws IOException {
        house = new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.NONE).run("--rapporteur.data=" + data,
                "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--camel.main.auto-startup=false",
                "--rapporteur.mail.trial-smtp-port=" + Waiting.freePort());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void itIsTriedAgainAndTheLetterTellsWhatIsTheMatter() {
        Letter letter = write("once");

        house.getBean(SendStep.class).sendAll();

        assertThat(now(letter).state()).isEqualTo(LetterState.TO_SEND);
        assertThat(now(letter).trouble()).startsWith("The mail server did not take it yet");
    }

    @Test
    void aLetterThatNoMailCanBeMadeOfKeepsNobodyWaiting() {
        Letter poison = write("poison");
        Letter next = write("next");
        house.getBean(JdbcClient.class).sql("UPDATE letter SET message_id = 'none' WHERE id = :id").param("id", poison.id()).update();

        house.getBean(SendStep.class).sendAll();

        assertThat(house.getBean(JdbcClient.class).sql("SELECT trouble FROM letter WHERE id = :id").param("id", poison.id()).query(String.class).single())
                .isEqualTo("No mail could be made of it (IllegalArgumentException).");
        assertThat(now(next).trouble()).startsWith("The mail server did not take it yet");
    }

    @Test
    void afterANightOfTryingItWaitsForAPersonWhoMaySendItAgain() {
        Letter letter = write("for a night");
        house.getBean(JdbcClient.class).sql("UPDATE work SET attempts = 29 WHERE subject_kind = 'LETTER' AND subject_id = :id")
                .param("id", letter.id()).update();

        house.getBean(SendStep.class).sendAll();

        assertThat(now(letter).state()).isEqualTo(LetterState.HELD);
        assertThat(now(letter).trouble()).startsWith("It could not be sent 30 times.");
        assertThat(house.getBean(Outbox.class).sendAgain(letter.id(), new Actor("ruth"))).isTrue();
        assertThat(now(letter).state()).isEqualTo(LetterState.TO_SEND);
    }

    private static Letter write(String occasion) {
        return house.getBean(Outbox.class).write(new NewLetter(house.getBean(Calls.class).current().id(), LetterKind.ALARM, occasion, null, null,
                "ruth@secretariat.example", Locale.ENGLISH, "Subject", "Text", "<p>Text</p>")).orElseThrow();
    }

    private static Letter now(Letter letter) {
        return house.getBean(Letters.class).get(letter.id());
    }
}
