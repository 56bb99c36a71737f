package org.rapporteur.letter;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it is kept, with its body.
 *
 * @param id its key in the database
 * @param content what it says, and to whom
 * @param head how mail programs know it
 * @param state how far it has come
 * @param writtenAt when
 * @param decision who approved or withdrew it; null where nobody had to
 * @param sentAt when the mail server took it, the last time; null before
 * @param bouncedAt when it came back; null where it did not
 * @param trouble why it came back or could not be sent, in words; empty where all went well
 */
public record Letter(long id, NewLetter content, LetterHead head, LetterState state, Instant writtenAt, @Nullable Decision decision,
        @Nullable Instant sentAt, @Nullable Instant bouncedAt, String trouble) {

    /** Who decided on a letter, and when. */
    public record Decision(String by, Instant at) {}

    /** The letter with the lines that a person has to confirm; empty where there are none, or none any more. */
    public Optional<NewLetter.Choice> choice() {
        return Optional.ofNullable(content.choice());
    }
}
