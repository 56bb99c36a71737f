package org.rapporteur.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A ZIP inside a package, read into memory within bounds. */
final class InnerZip {

    private static final int MOST_FILES = 20_000;
    private static final int MOST_BYTES = 512 << 20;

    private InnerZip() {}

    /**
     * Its files by name; none where it is broken, which is then told.
     *
     * @throws PackageReader.Unreadable where it is larger than any is
     */
    static Map<String, byte[]> read(String name, byte[] bytes, Facts facts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        long taken = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes((int) (MOST_BYTES - taken + 1));
                taken += content.length;
                if (taken > MOST_BYTES || files.size() == MOST_FILES) {
                    throw new PackageReader.Unreadable("%s in the package unpacks to more than any such file does; do not open it.".formatted(name));
                }
                files.put(entry.getName(), content);
            }
            return files;
        } catch (IOException | IllegalArgumentException broken) {
            facts.check(false, "%s is broken; get the package again", name);
            return Map.of();
        }
    }
}
