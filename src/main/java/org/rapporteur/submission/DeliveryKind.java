package org.rapporteur.submission;

/** What a delivery is. */
public enum DeliveryKind {
    PAPER,
    REPLY,
    BOUNCE,
    RETURNED_DRAFT,
    CONTRIBUTION
}
