package org.rapporteur.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A {@code .qdpx} file: a ZIP of {@value #PROJECT} and the folder {@value #SOURCES}. It is read entry by entry into memory, within
 * bounds, and never unpacked, so that no name in it leads anywhere.
 */
final class ExchangeFolder implements AutoCloseable {

    static final String PROJECT = "project.qde";
    static final String SOURCES = "sources/";

    private static final LocalDateTime EARLIEST_OF_ZIP = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path file;
    private final ZipFile zip;
    private final Bounds bounds;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private long taken;

    private ExchangeFolder(Path file, ZipFile zip, Bounds bounds) {
        this.file = file;
        this.zip = zip;
        this.bounds = bounds;
    }

    /**
     * What may be read.
     *
     * @param entries files in the ZIP
     * @param project bytes of the project
     * @param source bytes of one text
     * @param all bytes of all that is read, unpacked
     */
    record Bounds(int entries, int project, int source, long all) {

        static final Bounds USUAL = new Bounds(20_000, 128 << 20, 32 << 20, 1L << 30);
    }

    static ExchangeFolder open(Path file, Bounds bounds) {
        try {
            ExchangeFolder folder = new ExchangeFolder(file, new ZipFile(file.toFile()), bounds);
            int size = folder.zip.size();
            if (size > bounds.entries()) {
                folder.close();
                throw new FaultyExchangeFile("%s holds %d files; more than %d are not read.".formatted(file.getFileName(), size, bounds.entries()));
            }
            for (Enumeration<? extends ZipEntry> all = folder.zip.entries(); all.hasMoreElements();) {
                ZipEntry entry = all.nextElement();
                folder.entries.putIfAbsent(key(entry.getName()), entry);
            }
            return folder;
        } catch (ZipException broken) {
            throw new FaultyExchangeFile("%s is no whole ZIP file, as .qdpx files are; export it anew.".formatted(file.getFileName()), broken);
        } catch (IOException unreadable) {
            throw new FaultyExchangeFile("%s can't be read; check the path.".formatted(file), unreadable);
        }
    }

    byte[] project() {
        return bytes(PROJECT, bounds.project()).orElseThrow(() -> new FaultyExchangeFile(
                "%s holds no %s; it is no REFI-QDA project.".formatted(file.getFileName(), PROJECT)));
    }

    /** @param name below the folder of sources; empty where there is none of this name */
    Optional<byte[]> source(String name) {
        return bytes(SOURCES + name, bounds.source());
    }

    /** @param sources bytes by name below the folder of sources, in the order they are written */
    static byte[] write(byte[] project, Map<String, byte[]> sources) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, PROJECT, project);
            for (Map.Entry<String, byte[]> source : sources.entrySet()) {
                add(zip, SOURCES + source.getKey(), source.getValue());
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private Optional<byte[]> bytes(String name, int most) {
        ZipEntry entry = entries.get(key(name));
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            // what an entry says of its size is not believed
            byte[] bytes = in.readNBytes(most + 1);
            taken += bytes.length;
            if (bytes.length > most || taken > bounds.all()) {
                throw new FaultyExchangeFile("%s in %s is too large to be read: %d MB at once and %d MB in all are the most.".formatted(name,
                        file.getFileName(), most >> 20, bounds.all() >> 20));
            }
            return Optional.of(bytes);
        } catch (IOException broken) {
            throw new FaultyExchangeFile("%s in %s is broken; export it anew.".formatted(name, file.getFileName()), broken);
        }
    }

    /** Programs differ in case and in the stroke between folder and file. */
    private static String key(String name) {
        return name.replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(EARLIEST_OF_ZIP);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
