/** Writes office files: the synthesis draft and the collection. */
@NullMarked
package org.rapporteur.report;

import org.jspecify.annotations.NullMarked;
