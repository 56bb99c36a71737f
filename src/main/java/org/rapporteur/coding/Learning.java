package org.rapporteur.coding;

import java.time.Instant;

/**
 * A point up to which the model has learnt from what people decided.
 *
 * @param id its key
 * @param decision the key of the last decision that counted
 * @param at when; decisions that were taken back later count
 */
public record Learning(long id, long decision, Instant at) {}
