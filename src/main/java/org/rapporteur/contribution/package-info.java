/** Discussion notes and comments: cited as such, never counted among papers. */
@NullMarked
package org.rapporteur.contribution;

import org.jspecify.annotations.NullMarked;
