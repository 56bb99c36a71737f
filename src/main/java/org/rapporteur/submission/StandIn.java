package org.rapporteur.submission;

import java.time.Instant;
import org.rapporteur.account.Actor;

/**
 * A file that is read in the place of a part.
 *
 * @param part key of the part that it stands for
 * @param of name of that part
 * @param replaced bytes of that part
 * @param kind what it is
 * @param name its own name, made harmless
 * @param original its bytes
 * @param by who attached it
 * @param at when
 */
public record StandIn(long part, String of, Sha256 replaced, Kind kind, String name, Sha256 original, Actor by, Instant at) {

    /** What stands in the place of a part. */
    public enum Kind {
        /** the words of it, written down by a person */
        TRANSCRIPTION,
        /** the same document as a file that can be read */
        BETTER_FILE
    }
}
