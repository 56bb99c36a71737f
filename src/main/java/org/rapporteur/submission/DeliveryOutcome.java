package org.rapporteur.submission;

/** What became of a delivery; exactly one in the end. */
public enum DeliveryOutcome {
    ACCEPTED,
    DUPLICATE,
    HELD,
    REFUSED,
    IGNORED
}
