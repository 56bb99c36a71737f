package org.rapporteur.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.MovingClock;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.country.CountryCode;

/** What the store of letters promises on every database. */
abstract class LettersContract {

    private static final Actor RUTH = new Actor("ruth");
    private static final LetterHead FIRST = new LetterHead("<1@intake.example>", "<a@kor.example>", "<a@kor.example>");
    private static final LetterHead SECOND = new LetterHead("<2@intake.example>", null, "");

    private final MovingClock clock = new MovingClock();
    private Rows rows;
    private Letters letters;
    private long call;

    abstract DataSource database();

    @BeforeEach
    void open() {
        rows = new Rows(database());
        call = rows.call();
        letters = new Letters(rows.jdbc(), clock);
    }

    @Test
    void aLetterIsKeptWithItsBody() {
        NewLetter receipt = letter("receipt", rows.delivery(call), new NewLetter.Choice("more", "<p>more</p>"));

        Letter kept = letters.add(receipt, FIRST, LetterState.WAITS_FOR_APPROVAL).orElseThrow();

        assertThat(kept.content()).isEqualTo(receipt);
        assertThat(kept.head()).isEqualTo(FIRST);
        assertThat(letters.get(kept.id())).isEqualTo(kept);
        assertThat(letters.withMessageId("<1@intake.example>")).contains(kept);
        assertThat(letters.of(receipt.delivery())).containsExactly(kept);
    }

    @Test
    void theLettersAboutADeliveryFollowItToAnotherCountry() {
        long delivery = rows.delivery(call);
        letters.add(letter("receipt", delivery, null), FIRST, LetterState.TO_SEND);
        letters.add(letter("another", rows.delivery(call), null), SECOND, LetterState.TO_SEND);

        letters.follow(delivery, new CountryCode("SWE"));

        assertThat(letters.about(call, "receipt").orElseThrow().content().country()).hasToString("SWE");
        assertThat(letters.about(call, "another").orElseThrow().content().country()).isNotEqualTo(new CountryCode("SWE"));
    }

    @Test
    void ofOneOccasionThereIsOneLetter() {
        Letter first = letters.add(letter("receipt", null, null), FIRST, LetterState.TO_SEND).orElseThrow();

        Optional<Letter> again = letters.add(letter("receipt", null, null), SECOND, LetterState.TO_SEND);

        assertThat(again).isEmpty();
        assertThat(letters.about(call, "receipt")).contains(first);
        assertThat(letters.latest(call, 10)).containsExactly(first);
    }

    @Test
    void twoDecisionsAreOne() {
        long id = letters.add(letter("receipt", null, null), FIRST, LetterState.WAITS_FOR_APPROVAL).orElseThrow().id();
        Set<LetterState> waiting = Set.of(LetterState.WAITS_FOR_APPROVAL);

        assertThat(letters.decide(id, waiting, LetterState.TO_SEND, RUTH)).isTrue();
        assertThat(letters.decide(id, waiting, LetterState.WITHDRAWN, RUTH)).isFalse();

        assertThat(letters.get(id).state()).isEqualTo(LetterState.TO_SEND);
        assertThat(letters.get(id).decision()).isEqualTo(new Letter.Decision("ruth", clock.instant()));
    }

    @Test
    void whatAPersonConfirmedStandsInTheLetter() {
        long id = letters.add(letter("receipt", null, new NewLetter.Choice("more", "<p>more</p>")), FIRST, LetterState.TO_SEND)
                .orElseThrow().id();

        letters.takeChoice(id);

        assertThat(letters.get(id).content().text()).isEqualTo("more");
        assertThat(letters.get(id).choice()).isEmpty();
    }

    @Test
    void aLetterIsSentAndMayComeBack() {
        long id = letters.add(letter("receipt", null, null), FIRST, LetterState.TO_SEND).orElseThrow().id();

        letters.sent(id);
        assertThat(letters.get(id).sentAt()).isEqualTo(clock.instant());
        assertThat(letters.in(call, LetterState.SENT)).extracting(Letter::id).isEqualTo(List.of(id));
        letters.bounced(id, "There is no such mailbox.");

        assertThat(letters.get(id).state()).isEqualTo(LetterState.BOUNCED);
        assertThat(letters.get(id).trouble()).isEqualTo("There is no such mailbox.");
    }

    @Test
    void whatWasSentToAnAddressIsCountedFromADay() {
        letters.sent(letters.add(letter("one", null, null), FIRST, LetterState.TO_SEND).orElseThrow().id());
        clock.move(Duration.ofDays(1));
        letters.sent(letters.add(letter("two", null, null), SECOND, LetterState.TO_SEND).orElseThrow().id());

        assertThat(letters.sentTo("paper@kor.example", clock.instant())).isEqualTo(1);
        assertThat(letters.sentTo("paper@nor.example", clock.instant())).isZero();
    }

    private NewLetter letter(String occasion, Long delivery, NewLetter.Choice choice) {
        return new NewLetter(call, LetterKind.RECEIPT, occasion, delivery, new CountryCode("KOR"), "paper@kor.example", Locale.FRENCH,
                "Votre contribution", "Merci.", "<p>Merci.</p>", choice);
    }
}
