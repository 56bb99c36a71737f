package org.rapporteur.submission;

/**
 * Something became of a delivery; told within the transaction that writes it.
 *
 * @param delivery as it was before
 * @param decision what became of it
 */
public record DeliveryDecided(Delivery delivery, Delivery.Decided decision) {}
