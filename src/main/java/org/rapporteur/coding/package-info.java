/** The codebook of a call, and which of its codes stand on which passage. */
@NullMarked
package org.rapporteur.coding;

import org.jspecify.annotations.NullMarked;
