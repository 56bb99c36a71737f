/** Writes office files, the synthesis draft and the collection, and verifies what they and the data folder rest on. */
@NullMarked
package org.rapporteur.report;

import org.jspecify.annotations.NullMarked;
