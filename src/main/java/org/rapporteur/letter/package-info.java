/** What the secretariat writes to countries, kept and sent through an outbox. */
@NullMarked
package org.rapporteur.letter;

import org.jspecify.annotations.NullMarked;
