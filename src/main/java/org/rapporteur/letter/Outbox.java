package org.rapporteur.letter;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.country.CountryCode;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.WorkItems;
import org.rapporteur.submission.WorkKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where letters are written, decided on and put to be sent. Nothing here talks to a mail server. */
@Component
public class Outbox {

    private static final Set<LetterState> UNSENT = Set.of(LetterState.WAITS_FOR_APPROVAL, LetterState.TO_SEND, LetterState.HELD);
    private static final Set<LetterState> ENDED = Set.of(LetterState.SENT, LetterState.BOUNCED, LetterState.HELD, LetterState.WITHDRAWN);

    private final Letters letters;
    private final LetterRules rules;
    private final WorkItems work;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Outbox(Letters letters, LetterRules rules, WorkItems work, AuditTrail audit, TransactionTemplate transaction) {
        this.letters = letters;
        this.rules = rules;
        this.work = work;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Writes a letter, in the caller's transaction where there is one, so that it is written if and only if what it reports is.
     *
     * @return the letter; where one was written on the same occasion before, that one; empty where the rules forbid it, which is in
     *     the audit with the reason
     */
    public Optional<Letter> write(NewLetter letter) {
        return transaction.execute(status -> letters.about(letter.call(), letter.occasion()).or(() -> switch (rules.on(letter)) {
            case Ruling.Allowed allowed -> add(letter, allowed);
            case Ruling.Forbidden forbidden -> forbidden(letter, forbidden.reason());
        }));
    }

    /**
     * Lets a letter go that waits for it, without the lines that a person has to confirm.
     *
     * @return false where it waits no more, and nothing was done; so below
     */
    public boolean approve(long letter, Actor actor) {
        return decide(letter, Set.of(LetterState.WAITS_FOR_APPROVAL), LetterState.TO_SEND, "letter-approved", actor);
    }

    /** Lets a letter go that waits for it, with the lines that a person has to confirm. */
    public boolean confirm(long letter, Actor actor) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean decided = decide(letter, Set.of(LetterState.WAITS_FOR_APPROVAL), LetterState.TO_SEND, "letter-confirmed", actor);
            if (decided) {
                letters.takeChoice(letter);
            }
            return decided;
        }));
    }

    /** A letter that has not left yet stays here. */
    public boolean withdraw(long letter, Actor actor) {
        return decide(letter, UNSENT, LetterState.WITHDRAWN, "letter-withdrawn", actor);
    }

    /** Sends a letter once more, the same under the same Message-ID. */
    public boolean sendAgain(long letter, Actor actor) {
        return decide(letter, ENDED, LetterState.TO_SEND, "letter-sent-again", actor);
    }

    public Optional<Letter> withMessageId(String messageId) {
        return letters.withMessageId(messageId);
    }

    /** The letters that answer a delivery, in the order they were written. */
    public List<Letter> of(long delivery) {
        return letters.of(delivery);
    }

    /** The letters about a delivery follow its paper to another country. */
    void follow(long delivery, CountryCode country) {
        letters.follow(delivery, country);
    }

    private Optional<Letter> add(NewLetter letter, Ruling.Allowed allowed) {
        Optional<Letter> added = letters.add(letter, allowed.head(), allowed.state());
        added.filter(written -> written.state() == LetterState.TO_SEND).ifPresent(this::toSend);
        return added.or(() -> letters.about(letter.call(), letter.occasion()));
    }

    private Optional<Letter> forbidden(NewLetter letter, String reason) {
        audit.add(Actor.MACHINE, "letter-not-written", letter.delivery() == null ? letter.occasion() : "delivery " + letter.delivery(),
                letter.kind().name().toLowerCase(Locale.ROOT) + ": " + reason, letter.call());
        return Optional.empty();
    }

    private boolean decide(long id, Set<LetterState> from, LetterState to, String act, Actor actor) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!letters.decide(id, from, to, actor)) {
                return false;
            }
            Letter letter = letters.get(id);
            audit.add(actor, act, "letter " + id, letter.content().occasion(), letter.content().call());
            if (to == LetterState.TO_SEND) {
                toSend(letter);
            }
            return true;
        }));
    }

    private void toSend(Letter letter) {
        work.add(letter.content().call(), WorkKind.LETTER, letter.id(), Stage.TO_SEND, null, Duration.ZERO);
    }
}
