/** Takes in deliveries by mail and folder and decides what becomes of them. */
@NullMarked
package org.rapporteur.intake;

import org.jspecify.annotations.NullMarked;
