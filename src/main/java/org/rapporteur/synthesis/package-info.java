/** Drafts the synthesis: statements, the evidence they stand on, and the counts they make. */
@NullMarked
package org.rapporteur.synthesis;

import org.jspecify.annotations.NullMarked;
