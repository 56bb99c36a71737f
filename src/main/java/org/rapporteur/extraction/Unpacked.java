package org.rapporteur.extraction;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file found inside another one.
 *
 * @param name as the sender gave it, not made harmless; may be empty
 * @param bytes where its bytes are; whoever asked for the reading deletes it
 * @param aside its type where it is beside the point, such as a signature or what a mail server reports; null where it may be a paper
 */
public record Unpacked(String name, Path bytes, @Nullable String aside) {}
