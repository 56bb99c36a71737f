package org.rapporteur.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** What may still be unpacked of one delivery, whatever is nested in what. For one thread. */
public final class Allowance {

    private int files;
    private long bytes;

    public Allowance(ExtractionLimits limits) {
        files = limits.unpackedFiles();
        bytes = limits.unpacked().toBytes();
    }

    /** 0 or more. */
    int files() {
        return files;
    }

    /** 0 or more. */
    long bytes() {
        return bytes;
    }

    /** The reading kept within what was left. */
    void spend(Reading.Container container) {
        files -= container.files().size();
        for (Unpacked file : container.files()) {
            try {
                bytes -= Files.size(file.bytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
