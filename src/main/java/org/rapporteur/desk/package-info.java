/** The web desk of analysts and secretariat. */
@NullMarked
package org.rapporteur.desk;

import org.jspecify.annotations.NullMarked;
