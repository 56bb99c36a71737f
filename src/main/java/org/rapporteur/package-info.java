/** Where Rapporteur starts. */
@NullMarked
package org.rapporteur;

import org.jspecify.annotations.NullMarked;
