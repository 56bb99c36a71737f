package org.rapporteur.coding;

import org.rapporteur.passage.CitedPassage;

/**
 * A decision whose words the paper in force no longer has.
 *
 * @param decision what was decided
 * @param passage where it was decided
 */
public record LostDecision(Decision decision, CitedPassage passage) {}
