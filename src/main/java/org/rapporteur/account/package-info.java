/** People who use the desk, what they may do, and the record of what they did. */
@NullMarked
package org.rapporteur.account;

import org.jspecify.annotations.NullMarked;
