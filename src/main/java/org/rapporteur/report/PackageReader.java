package org.rapporteur.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.rapporteur.submission.Sha256;

/**
 * A package that came from outside. Nothing of it is unpacked to disk, so that no name in it leads anywhere; what it says of sizes is not
 * believed, and no more is read than the bounds allow.
 */
final class PackageReader implements AutoCloseable {

    static final String MANIFEST = "manifest.json";

    private final ZipFile zip;
    private final Bounds bounds;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
    private long taken;

    private PackageReader(ZipFile zip, Bounds bounds) {
        this.zip = zip;
        this.bounds = bounds;
    }

    /**
     * What may be read.
     *
     * @param entries files in the package
     * @param held bytes of one file that is read into memory
     * @param file bytes of one file
     * @param all bytes of all files together
     */
    record Bounds(int entries, int held, long file, long all) {

        static final Bounds USUAL = new Bounds(50_000, 256 << 20, 512L << 20, 16L << 30);
    }

    /** It is no package that can be read, and why. */
    static final class Unreadable extends RuntimeException {

        Unreadable(String sentence, Throwable cause) {
            super(sentence, cause);
        }

        Unreadable(String sentence) {
            super(sentence);
        }
    }

    static PackageReader open(Path file, Bounds bounds) {
        try {
            PackageReader reader = new PackageReader(new ZipFile(file.toFile()), bounds);
            try {
                reader.list();
                return reader;
            } catch (Unreadable refused) {
                reader.close();
                throw refused;
            }
        } catch (ZipException broken) {
            throw new Unreadable("%s is no whole ZIP file; get the package again.".formatted(file), broken);
        } catch (IOException unreadable) {
            throw new Unreadable("%s can't be read; check the path.".formatted(file), unreadable);
        }
    }

    /** Whether a file of a package may be called so: nothing above or beside its folder, nothing that programs understand otherwise. */
    static boolean isName(String name) {
        return name.matches("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*") && name.length() <= 200;
    }

    private void list() {
        if (zip.size() > bounds.entries()) {
            throw new Unreadable("The package holds %d files; more than %d are not read.".formatted(zip.size(), bounds.entries()));
        }
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!isName(entry.getName())) {
                throw new Unreadable("The package holds a file whose name no package has (%s); do not unpack it.".formatted(printable(entry.getName())));
            }
            if (entries.putIfAbsent(entry.getName(), entry) != null) {
                throw new Unreadable("The package holds %s twice, so that nobody can tell which counts; get the package again.".formatted(entry.getName()));
            }
        }
    }

    Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** The bytes of a file; empty where there is none of this name. */
    Optional<byte[]> bytes(String name) {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(bounds.held() + 1);
            take(name, bytes.length, bytes.length, bounds.held());
            return Optional.of(bytes);
        } catch (IOException broken) {
            throw new Unreadable("%s in the package is broken; get the package again.".formatted(name), broken);
        }
    }

    /** The hash of a file that is there. */
    Sha256 hash(String name) {
        try (DigestInputStream in = new DigestInputStream(zip.getInputStream(entries.get(name)), MessageDigest.getInstance("SHA-256"))) {
            byte[] some = new byte[1 << 16];
            long size = 0;
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                size += read;
                take(name, read, size, bounds.file());
            }
            return new Sha256(HexFormat.of().formatHex(in.getMessageDigest().digest()));
        } catch (IOException broken) {
            throw new Unreadable("%s in the package is broken; get the package again.".formatted(name), broken);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** @param size of the file so far */
    private void take(String name, long bytes, long size, long most) {
        taken += bytes;
        if (size > most || taken > bounds.all()) {
            throw new Unreadable("%s in the package is larger than any package is (%d MB for one file, %d MB for all are the most); do not unpack it."
                    .formatted(name, most >> 20, bounds.all() >> 20));
        }
    }

    private static String printable(String name) {
        return name.codePoints().limit(80).filter(InertText::standsInXml).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
