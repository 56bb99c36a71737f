package org.rapporteur.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Opens ZIP archives: unlike Tika, which guesses in what letters names are written, it believes what the archive says. */
final class Archives {

    static final String ZIP = "application/zip";

    private Archives() {}

    /** @throws IOException where it is damaged, or holds more than is allowed */
    static Reading zip(Path file, Attachments attachments) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            List<ZipArchiveEntry> files = Collections.list(zip.getEntries()).stream().filter(entry -> !entry.isDirectory()).toList();
            if (files.isEmpty()) {
                return new Reading.NoText(ZIP, Cause.EMPTY);
            }
            if (files.stream().anyMatch(entry -> entry.getGeneralPurposeBit().usesEncryption())) {
                return new Reading.NoText(ZIP, Cause.ENCRYPTED);
            }
            for (ZipArchiveEntry entry : files) {
                try (InputStream bytes = zip.getInputStream(entry)) {
                    attachments.add(StorableText.of(entry.getName()), null, bytes);
                }
            }
            return new Reading.Container(ZIP, null, null, List.of(), attachments.files());
        }
    }
}
