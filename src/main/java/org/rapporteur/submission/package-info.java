/** What arrived and what became of it: deliveries, originals, parts, revisions, and the work they wait for. */
@NullMarked
package org.rapporteur.submission;

import org.jspecify.annotations.NullMarked;
