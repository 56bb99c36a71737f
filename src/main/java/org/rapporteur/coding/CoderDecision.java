package org.rapporteur.coding;

import java.time.Instant;
import org.rapporteur.account.Actor;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.SubmissionNumber;

/**
 * What one coder decided on a code of a text, as it is exchanged with other programs; it may not be the decision that counts.
 *
 * @param paper the text is of
 * @param text hash of the passage
 * @param code which code
 * @param coder who decided
 * @param at when
 * @param rejected whether the code is wrong there
 * @param status of what is described
 * @param outcome reported of it
 * @param start 0-based offset in the passage of the stretch coded, UTF-16 code units; 0 for the whole passage
 * @param end after its last character; 0 for the whole passage
 * @param memo why; may be empty
 * @param undone whether it was taken back
 */
public record CoderDecision(SubmissionNumber paper, Sha256 text, CodeId code, Actor coder, Instant at, boolean rejected, Status status,
        Outcome outcome, int start, int end, String memo, boolean undone) {}
