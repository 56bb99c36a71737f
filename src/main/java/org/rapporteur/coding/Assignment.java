package org.rapporteur.coding;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rapporteur.submission.SubmissionNumber;

/**
 * A paper, or a part of it, that is given to somebody to read and code.
 *
 * @param id its key
 * @param paper number of the paper
 * @param section the heading under which the part stands; empty for the whole paper
 * @param assignee name of the account
 * @param note what to look at; may be empty
 * @param due the day by which; null where there is no hurry
 * @param by who gave it
 * @param done when the assignee said to be done; null before
 */
public record Assignment(long id, SubmissionNumber paper, String section, String assignee, String note, @Nullable LocalDate due, String by, @Nullable Instant done) {

    public static final int LONGEST_SECTION = 500;
    public static final int LONGEST_NOTE = 1_000;
}
