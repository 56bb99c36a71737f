package org.rapporteur.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** An office package whose bytes depend on its parts alone: zip files carry the hour of writing, here a fixed one. */
final class SteadyPackage {

    private static final LocalDateTime EARLIEST_OF_ZIP = LocalDateTime.of(1980, 1, 1, 0, 0);

    private SteadyPackage() {}

    static byte[] of(byte[] written) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(written.length);
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(written));
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                ZipEntry steady = new ZipEntry(part.getName());
                steady.setTimeLocal(EARLIEST_OF_ZIP);
                zip.putNextEntry(steady);
                parts.transferTo(zip);
            }
        }
        return bytes.toByteArray();
    }
}
