package org.rapporteur.submission;

/**
 * A claimed piece of work: a subject at a stage, lent to one owner.
 *
 * @param id its key in the database
 * @param call the key of the call
 * @param kind what its subject is
 * @param subject key of the subject, a delivery for instance
 * @param stage the stage it has reached; the next one is to be done
 * @param attempts how often the next stage has failed so far
 * @param owner who holds the lease
 * @param fence the number of this claim; only the holder of the latest may advance it
 */
public record WorkItem(long id, long call, WorkKind kind, long subject, Stage stage, int attempts, String owner, long fence) {}
