/** Cuts extracted text into the pieces that can be coded and cited. */
@NullMarked
package org.rapporteur.passage;

import org.jspecify.annotations.NullMarked;
