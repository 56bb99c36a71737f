package org.rapporteur.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that it is there whole or as it was before. */
final class WholeFile {

    private WholeFile() {}

    /**
     * Writes the bytes; what stood there is replaced only when all are written.
     *
     * @param target in a folder that exists or can be made
     * @return the file
     * @throws UncheckedIOException where the folder cannot be written to
     */
    static Path save(byte[] bytes, Path target) {
        Path file = target.toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
            Path whole = file.resolveSibling("." + file.getFileName() + ".part");
            try {
                Files.write(whole, bytes);
                Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                return target;
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(target + " cannot be written", unwritable);
        }
    }
}
