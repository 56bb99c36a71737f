package org.rapporteur.extraction;

import java.nio.file.Path;

/**
 * A file found inside another one.
 *
 * @param name as the sender gave it, not made harmless; may be empty
 * @param bytes where its bytes are; whoever asked for the reading deletes it
 */
public record Unpacked(String name, Path bytes) {}
