package org.rapporteur.coding;

import java.time.Instant;

/**
 * What a person decided on a code of a text.
 *
 * @param id its key
 * @param submission the key of the paper that the text is of
 * @param extraction where it was decided
 * @param text SHA-256 of the text, in hexadecimal: it holds wherever the paper says the same
 * @param code which code
 * @param kind what of it
 * @param status of what is described
 * @param outcome reported of it
 * @param coder name of the account
 * @param at when
 * @param memo why; may be empty
 */
public record Decision(long id, long submission, long extraction, String text, CodeId code, DecisionKind kind, Status status, Outcome outcome,
        String coder, Instant at, String memo) {}
