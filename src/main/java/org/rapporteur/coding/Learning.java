package org.rapporteur.coding;

import java.time.Instant;

/**
 * That the model learnt from what people had decided.
 *
 * @param id its key; the later, the greater
 * @param at when
 */
public record Learning(long id, Instant at) {}
