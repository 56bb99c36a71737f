/** Runs the stages by Camel routes and connects the doors to the outside. */
@NullMarked
package org.rapporteur.pipeline;

import org.jspecify.annotations.NullMarked;
