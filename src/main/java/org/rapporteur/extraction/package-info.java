/** Turns bytes into headings, paragraphs, list items and table rows, in a process of its own. */
@NullMarked
package org.rapporteur.extraction;

import org.jspecify.annotations.NullMarked;
