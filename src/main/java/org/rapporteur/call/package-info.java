/** What the secretariat asks for: themes, countries, contacts, dates, sessions, reports. */
@NullMarked
package org.rapporteur.call;

import org.jspecify.annotations.NullMarked;
