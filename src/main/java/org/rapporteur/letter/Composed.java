package org.rapporteur.letter;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A letter in words, before anybody says to whom it goes.
 *
 * @param choice the same with lines that a person has to confirm; null where there are none
 */
record Composed(Locale language, String subject, LetterBody body, @Nullable LetterBody choice) {}
