/** Finds passages by word and by code; the index is a projection of the database. */
@NullMarked
package org.rapporteur.search;

import org.jspecify.annotations.NullMarked;
