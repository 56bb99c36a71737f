package org.rapporteur.letter;

import org.jspecify.annotations.Nullable;

/**
 * How mail programs know a letter.
 *
 * @param messageId its Message-ID with angle brackets, fixed when it is written
 * @param inReplyTo the Message-ID of the mail that it answers; null where it answers none
 * @param references the Message-IDs of the conversation, the oldest first, parted by blanks; empty where it answers none
 */
public record LetterHead(String messageId, @Nullable String inReplyTo, String references) {

    public LetterHead {
        if (!messageId.matches("<[^<>\\s@]+@[^<>\\s@]+>")) {
            throw new IllegalArgumentException("a Message-ID looks like <1@ministry.example>, not " + messageId);
        }
    }
}
