/** Countries and bodies that report, with their names in the languages of a call. */
@NullMarked
package org.rapporteur.country;

import org.jspecify.annotations.NullMarked;
